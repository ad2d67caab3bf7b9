package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.storage.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that a deploy makes are those of docs/tables.md and those of the code. */
class TablesTest {

  /** Every table that the design names, in whatever part of the system. */
  private static final Set<String> OF_THE_DESIGN =
      Set.of(
          "phone_numbers",
          "mightycall_extensions",
          "mightycall_reports",
          "call_history",
          "call_events",
          "voicemail_logs",
          "sms_logs",
          "contact_events",
          "agent_status_history",
          "users",
          "number_assignments",
          "organisations",
          "contacts",
          "sync_jobs",
          "sync_state",
          "provider_usage",
          "leases",
          "idempotency",
          "sms_attachments",
          "sms_opt_outs",
          "live_connections",
          "call_contributions",
          "erasures");

  private static final Stack STACK = Stack.read(Map.of("ProtectData", "true"));
  private static final String NONE = "-";

  /** A row of the document's summary, or what the template says in its words. */
  record Row(String table, String hash, String range, String ttl, String stream) {}

  static Stream<Resource> tables() {
    return STACK.ofType("AWS::DynamoDB::Table").stream();
  }

  @Test
  void theTemplateHasTheKeysTimesToLiveAndStreamsOfTheDocument() {
    assertThat(tables().map(table -> row(STACK.properties(table))))
        .containsExactlyInAnyOrderElementsOf(
            summary().values().stream()
                .filter(cells -> cells.get(1).equals("now"))
                .map(
                    cells ->
                        new Row(
                            cells.get(0), cells.get(2), cells.get(3), cells.get(4), cells.get(5)))
                .toList());
  }

  @Test
  void theDocumentFixesEveryTableOfTheDesign() {
    assertThat(summary().keySet()).containsExactlyInAnyOrderElementsOf(OF_THE_DESIGN);
    String document = Repository.text(Repository.file("docs/tables.md"));
    assertThat(OF_THE_DESIGN)
        .allSatisfy(name -> assertThat(document).contains("\n## " + name + "\n"));
  }

  @Test
  void theTemplateHasTheIndexesOfTheDocument() {
    Set<String> now =
        tables().map(table -> name(STACK.properties(table))).collect(Collectors.toSet());
    List<String> documented =
        rows("| table | index |").stream()
            .filter(cells -> now.contains(cells.get(0)))
            .map(cells -> String.join(" ", cells.subList(0, 4)))
            .toList();
    assertThat(tables().flatMap(table -> indexes(STACK.properties(table))))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void theCodeKnowsTheSameKeys() {
    Map<String, List<String>> inCode = new TreeMap<>();
    Arrays.stream(Table.values()).forEach(table -> inCode.put(table.baseName(), table.keyNames()));
    Map<String, List<String>> inTemplate = new TreeMap<>();
    tables()
        .map(table -> row(STACK.properties(table)))
        .forEach(
            row ->
                inTemplate.put(
                    row.table(),
                    row.range().equals(NONE)
                        ? List.of(row.hash())
                        : List.of(row.hash(), row.range())));
    assertThat(inCode).isEqualTo(inTemplate);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsBackedUpEncryptedProtectedAndOutlivesTheStack(Resource table) {
    Section properties = STACK.properties(table);
    assertThat(properties.requireText("BillingMode")).isEqualTo("PAY_PER_REQUEST");
    assertThat(
            properties
                .requireSection("PointInTimeRecoverySpecification")
                .flag("PointInTimeRecoveryEnabled", false))
        .isTrue();
    assertThat(properties.requireSection("SSESpecification").flag("SSEEnabled", false)).isTrue();
    assertThat(properties.flag("DeletionProtectionEnabled", false)).isTrue();
    assertThat(Stack.read().properties(table.logicalId()).flag("DeletionProtectionEnabled", true))
        .isFalse();
    assertThat(table.attributes())
        .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
        .containsEntry("UpdateReplacePolicy", "Retain");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyKeyIsAStringAndNoOtherAttributeIsDeclared(Resource table) {
    Section properties = STACK.properties(table);
    List<String> declared =
        properties.sections("AttributeDefinitions").stream()
            .peek(each -> assertThat(each.requireText("AttributeType")).isEqualTo("S"))
            .map(each -> each.requireText("AttributeName"))
            .toList();
    Set<String> keys =
        Stream.concat(
                properties.sections("KeySchema").stream(),
                properties.sections("GlobalSecondaryIndexes").stream()
                    .flatMap(index -> index.sections("KeySchema").stream()))
            .map(key -> key.requireText("AttributeName"))
            .collect(Collectors.toSet());
    assertThat(declared).containsExactlyInAnyOrderElementsOf(keys);
  }

  private static Row row(Section table) {
    return new Row(
        name(table),
        key(table, "HASH"),
        key(table, "RANGE"),
        table
            .section("TimeToLiveSpecification")
            .filter(ttl -> ttl.flag("Enabled", false))
            .map(ttl -> ttl.requireText("AttributeName"))
            .orElse(NONE),
        table
            .section("StreamSpecification")
            .map(stream -> stream.requireText("StreamViewType"))
            .orElse(NONE));
  }

  private static Stream<String> indexes(Section table) {
    return table.sections("GlobalSecondaryIndexes").stream()
        .map(
            index ->
                String.join(
                    " ",
                    name(table),
                    index.requireText("IndexName"),
                    key(index, "HASH"),
                    key(index, "RANGE")));
  }

  private static String name(Section table) {
    return table.requireText("TableName").substring(Stack.STAGE.length() + 1);
  }

  private static String key(Section keyed, String type) {
    Optional<Section> found =
        keyed.sections("KeySchema").stream()
            .filter(key -> key.requireText("KeyType").equals(type))
            .findFirst();
    return found.map(key -> key.requireText("AttributeName")).orElse(NONE);
  }

  private static Map<String, List<String>> summary() {
    Map<String, List<String>> summary = new LinkedHashMap<>();
    rows("| table | state |").forEach(cells -> summary.put(cells.getFirst(), cells));
    return summary;
  }

  /** The cells of the table in the document that starts so. */
  private static List<List<String>> rows(String head) {
    return Repository.text(Repository.file("docs/tables.md"))
        .lines()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
        .toList();
  }
}
