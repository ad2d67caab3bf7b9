package callcentre.storage;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.template.References;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} and {@code template.yaml} say the same of every table. */
class DocumentedTablesTest {

  private static final String NONE = "-";

  @Test
  void theSummaryHasEveryDeclaredTableWithItsKeysExpiryAndStream() throws IOException {
    Set<List<String>> documented =
        rows("| table | state | hash | range | ttl | stream |").stream()
            .filter(row -> row.get(1).equals("now"))
            .map(row -> List.of(row.get(0), row.get(2), row.get(3), row.get(4), row.get(5)))
            .collect(Collectors.toSet());

    assertThat(documented).isEqualTo(declaredTables());
  }

  @Test
  void theSummaryHasEveryDeclaredIndex() throws IOException {
    Set<String> now =
        rows("| table | state | hash | range | ttl | stream |").stream()
            .filter(row -> row.get(1).equals("now"))
            .map(List::getFirst)
            .collect(Collectors.toSet());
    Set<List<String>> documented =
        rows("| table | index | hash | range | projection |").stream()
            .filter(row -> now.contains(row.get(0)))
            .map(row -> row.subList(0, 4))
            .collect(Collectors.toSet());

    assertThat(documented).isEqualTo(declaredIndexes());
  }

  @Test
  void everyTableOfTheSummaryHasASectionOfItsOwn() throws IOException {
    Set<String> documented = new TreeSet<>();
    rows("| table | state | hash | range | ttl | stream |")
        .forEach(row -> documented.add(row.getFirst()));
    Set<String> sections =
        lines().stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .filter(title -> title.matches("[a-z_]+"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(sections).isEqualTo(documented);
  }

  private static Set<List<String>> declaredTables() {
    return tables().entrySet().stream()
        .map(
            table ->
                List.of(
                    table.getKey(),
                    key(table.getValue(), "HASH"),
                    key(table.getValue(), "RANGE"),
                    table
                        .getValue()
                        .section("TimeToLiveSpecification")
                        .map(expiry -> expiry.requireText("AttributeName"))
                        .orElse(NONE),
                    table
                        .getValue()
                        .section("StreamSpecification")
                        .map(stream -> stream.requireText("StreamViewType"))
                        .orElse(NONE)))
        .collect(Collectors.toSet());
  }

  private static Set<List<String>> declaredIndexes() {
    return tables().entrySet().stream()
        .flatMap(
            table ->
                table.getValue().sections("GlobalSecondaryIndexes").stream()
                    .map(
                        index ->
                            List.of(
                                table.getKey(),
                                index.requireText("IndexName"),
                                key(index, "HASH"),
                                key(index, "RANGE"))))
        .collect(Collectors.toSet());
  }

  private static Map<String, Section> tables() {
    return Template.ofRepository()
        .with(Map.of("Stage", "doc"))
        .resources("AWS::DynamoDB::Table")
        .stream()
        .map(table -> table.properties(References.NONE))
        .collect(
            Collectors.toMap(
                table -> table.requireText("TableName").substring("doc-".length()),
                table -> table));
  }

  private static String key(Section table, String type) {
    Optional<Section> key =
        table.sections("KeySchema").stream()
            .filter(element -> element.requireText("KeyType").equals(type))
            .findFirst();
    return key.map(element -> element.requireText("AttributeName")).orElse(NONE);
  }

  /** The rows of the table in the page that has this heading. */
  private static List<List<String>> rows(String heading) throws IOException {
    return lines().stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(Template.repositoryFolder().resolve("docs/tables.md"));
  }
}
