package callcentre.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.views.json.RejectedValueException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  record Everything(
      PhoneNumber businessNumber,
      @JsonProperty("orgId") OrganisationId orgId,
      Optional<Extension> extension,
      Role role,
      List<Dataset> datasets,
      Instant createdAt,
      boolean tollFree,
      int callsCount) {}

  record Text(String text) {}

  record Patch(Change<String> label, Change<Instant> since) {}

  @Test
  void namesAreSnakeCaseTimesAreUtcAndAbsentValuesAreNull() throws JsonProcessingException {
    Everything value =
        new Everything(
            PhoneNumber.parse("8482161220"),
            new OrganisationId("north"),
            Optional.empty(),
            Role.ORG_ADMIN,
            List.of(Dataset.NUMBERS),
            Instant.parse("2026-11-21T10:00:00Z"),
            true,
            3);
    String json =
        """
        {"business_number":"+18482161220","orgId":"north","extension":null,"role":"org_admin",\
        "datasets":["numbers"],"created_at":"2026-11-21T10:00:00Z","toll_free":true,\
        "calls_count":3}""";
    assertThat(Json.write(value)).isEqualTo(json);
    assertThat(Json.mapper().readValue(json, Everything.class)).isEqualTo(value);
  }

  @Test
  void leftOutNullAndGivenAreThreeDifferentChanges() throws JsonProcessingException {
    Patch patch = Json.mapper().readValue("{\"label\":null}", Patch.class);
    assertThat(patch.label()).isEqualTo(new Change.Cleared<>());
    assertThat(patch.since()).isEqualTo(new Change.Unchanged<>());
    assertThat(patch.label().over(Optional.of("old"))).isEmpty();
    assertThat(patch.since().over(Optional.of(Instant.EPOCH))).contains(Instant.EPOCH);
    Patch given =
        Json.mapper()
            .readValue("{\"label\":\"x\",\"since\":\"2026-11-21T10:00:00Z\"}", Patch.class);
    assertThat(given.label()).isEqualTo(new Change.Set<>("x"));
    assertThat(given.since()).isEqualTo(new Change.Set<>(Instant.parse("2026-11-21T10:00:00Z")));
    assertThat(given.label().isGiven()).isTrue();
    assertThat(patch.since().isGiven()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1790000000", "1790000000.5", "\"2026-11-21\"", "\"now\"", "[2026,11,21]"})
  void onlyAnRfc3339TimeIsATime(String time) {
    assertThatThrownBy(() -> Json.mapper().readValue("{\"since\":" + time + "}", Patch.class))
        .isInstanceOf(RejectedValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":1}",
        "{\"text\":true}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\",\"other\":1}",
        "{\"text\":\"a\"} x",
        "{\"text\":[\"a\"]}",
        "[{\"text\":\"a\"}]",
        "{'text':'a'}",
        "{\"text\":\"a\"",
        "{\"text\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}"
      })
  void nothingIsGuessedAtWhenARequestIsRead(String body) {
    assertThatThrownBy(() -> Json.mapper().readValue(body, Text.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
