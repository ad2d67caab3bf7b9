package callcentre.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.api.problem.ApiException;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.domain.validation.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  @ParameterizedTest
  @ValueSource(strings = {"orgId", "org_id", "OrgId"})
  void bothSpellingsOfANameAreOne(String spelling) {
    assertThat(read(q -> q.text("orgId", 10), spelling, "x")).contains("x");
    assertThat(read(q -> q.text("org_id", 10), spelling, "x")).contains("x");
  }

  @Test
  void sayingTheSameTwiceIsNoContradiction() {
    assertThat(read(q -> q.phoneNumber("number"), "number", "8482161220", "number", "+18482161220"))
        .contains(PhoneNumber.parse("8482161220"));
    assertThat(read(q -> q.text("orgId", 10), "orgId", "x", "org_id", "x")).contains("x");
  }

  @Test
  void aContradictionBetweenSpellingsNamesTheField() {
    assertThat(errors(q -> q.text("orgId", 10), "orgId", "x", "org_id", "y"))
        .containsExactly(new FieldError("orgId", "is given twice with different values"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8482161220", "848-216-1220", "+1 (848) 216-1220", "18482161220", " 18482161220"})
  void everyNotationIsOneNumberAndALeadingSpaceIsAPlus(String written) {
    assertThat(read(q -> q.phoneNumber("businessNumber"), "business_number", written))
        .contains(new PhoneNumber("+18482161220"));
  }

  @Test
  void everyMistakeIsNamedAtOnce() {
    List<FieldError> errors =
        errors(
            q ->
                List.of(
                    q.page(),
                    q.phoneNumber("number"),
                    q.date("start_date"),
                    q.instant("startUtc"),
                    q.flag("unassignedOnly"),
                    q.organisation("orgId"),
                    q.extension("extension"),
                    q.oneOf(
                        "dataset",
                        List.of(Dataset.NUMBERS, Dataset.EXTENSIONS),
                        Dataset::wireName)),
            "limit",
            "201",
            "skip",
            "2001",
            "number",
            "12",
            "startDate",
            "21.11.2026",
            "startUtc",
            "yesterday",
            "unassignedOnly",
            "yes",
            "orgId",
            "a b",
            "extension",
            "x",
            "dataset",
            "faxes",
            "colour",
            "red");
    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactly(
            "limit",
            "skip",
            "number",
            "start_date",
            "startUtc",
            "unassignedOnly",
            "orgId",
            "extension",
            "dataset",
            "colour");
    assertThat(errors).extracting(FieldError::message).allMatch(message -> !message.isBlank());
    assertThat(errors.getFirst().message()).contains("1 to 200").contains("cursor");
    assertThat(errors.get(8).message()).isEqualTo("must be one of numbers, extensions");
  }

  @Test
  void severalValuesComeInOneParameterOrInSeveral() {
    Function<QueryReader, Set<Dataset>> datasets =
        q -> q.severalOf("datasets", List.of(Dataset.values()), Dataset::wireName);
    assertThat(query("datasets", "extensions,numbers").read(datasets))
        .containsExactly(Dataset.EXTENSIONS, Dataset.NUMBERS);
    assertThat(query("datasets", "numbers", "Datasets", "EXTENSIONS, numbers").read(datasets))
        .containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
    assertThat(query().read(datasets)).isEmpty();
    assertThat(errors(datasets, "datasets", "numbers,faxes"))
        .extracting(FieldError::field)
        .containsExactly("datasets");
  }

  @Test
  void aCursorIsBoundToEveryValueOfAParameter() {
    QueryParameters one = new QueryParameters(Map.of("type", List.of("a", "b")));
    QueryParameters other = new QueryParameters(Map.of("type", List.of("a", "c")));
    assertThat(one.filters()).isEqualTo(Map.of("type", "a,b")).isNotEqualTo(other.filters());
  }

  @Test
  void anEmptyValueCountsAsNotGiven() {
    assertThat(read(q -> q.organisation("orgId"), "orgId", "")).isEmpty();
  }

  @Test
  void anUnknownParameterIsRefusedWithTheKnownOnes() {
    assertThat(errors(q -> q.text("q", 10), "orgid2", "x"))
        .containsExactly(new FieldError("orgid2", "is not known here; known: q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "_t", "t", "ts", "timestamp", "nocache", "cacheBust", "userId"})
  void whatDashboardsSendAgainstCachesIsLetPass(String name) {
    assertThat(read(q -> q.text("q", 10), name, "1732185600")).isEmpty();
  }

  @Test
  void timesAndDatesAreReadInTheirUsualForms() {
    Instant ten = Instant.parse("2026-11-21T10:00:00Z");
    assertThat(read(q -> q.instant("startUtc"), "startUtc", "2026-11-21T10:00:00Z")).contains(ten);
    assertThat(read(q -> q.instant("startUtc"), "startUtc", "2026-11-21T05:00:00-05:00"))
        .contains(ten);
    assertThat(read(q -> q.instant("startUtc"), "start_utc", "2026-11-21T12:00:00 02:00"))
        .contains(ten);
    assertThat(read(q -> q.date("start_date"), "start_date", "2026-11-21"))
        .contains(LocalDate.of(2026, 11, 21));
  }

  @Test
  void aPageHasItsDefaultsAndItsLegacyNames() {
    assertThat(page()).isEqualTo(new PageRequest(50, Optional.empty(), 0));
    assertThat(page("pageSize", "200", "skip", "2000"))
        .isEqualTo(new PageRequest(200, Optional.empty(), 2000));
    assertThat(page("limit", "10", "cursor", "abc"))
        .isEqualTo(new PageRequest(10, Optional.of("abc"), 0));
  }

  @Test
  void limitsThatContradictEachOtherAreRefused() {
    assertThat(errors(QueryReader::page, "limit", "10", "page_size", "20"))
        .containsExactly(new FieldError("pageSize", "contradicts limit"));
    assertThat(errors(QueryReader::page, "cursor", "abc", "skip", "1"))
        .containsExactly(new FieldError("skip", "cannot be combined with cursor"));
  }

  @Test
  void aParameterThatMustBeThereIsNamed() {
    assertThat(errors(q -> q.required("confirm", q.phoneNumber("confirm"))))
        .containsExactly(new FieldError("confirm", "is required"));
    assertThat(errors(q -> q.required("confirm", q.phoneNumber("confirm")), "confirm", "12"))
        .extracting(FieldError::field)
        .containsExactly("confirm");
  }

  @Test
  void filtersLeaveOutThePageAndWhatMeansNothing() {
    assertThat(
            query("orgId", "x", "limit", "10", "pageSize", "5", "cursor", "c", "_", "1").filters())
        .isEqualTo(Map.of("org_id", "x"));
  }

  private static <T> Optional<T> read(Function<QueryReader, Optional<T>> reading, String... pairs) {
    return query(pairs).read(reading);
  }

  private static PageRequest page(String... pairs) {
    return query(pairs).read(QueryReader::page);
  }

  private static List<FieldError> errors(Function<QueryReader, ?> reading, String... pairs) {
    return catchThrowableOfType(ApiException.class, () -> query(pairs).read(reading)).errors();
  }

  private static QueryParameters query(String... pairs) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int pair = 0; pair < pairs.length; pair += 2) {
      values.merge(
          pairs[pair],
          List.of(pairs[pair + 1]),
          (first, second) -> Stream.concat(first.stream(), second.stream()).toList());
    }
    return new QueryParameters(values);
  }
}
