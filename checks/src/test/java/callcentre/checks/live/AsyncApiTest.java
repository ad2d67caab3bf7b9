package callcentre.checks.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.openapi.OpenApi;
import callcentre.domain.live.ClientMessage;
import callcentre.domain.live.Delta;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.ServerMessage.Bye;
import callcentre.domain.live.ServerMessage.Refusal;
import callcentre.domain.live.Topic;
import callcentre.live.ClientMessages;
import callcentre.live.ServerMessages;
import callcentre.live.rows.RowChanges;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document of the live channel against what is written to it and read from it. */
class AsyncApiTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final AsyncApi document = new AsyncApi();

  private static RowChange row(RowType type, String data) {
    return RowChange.of(type, "an-id", 3, NOW, data);
  }

  private static List<ServerMessage> everyMessage() {
    List<ServerMessage> messages = new ArrayList<>();
    List<RowChange> rows = new ArrayList<>();
    for (RowType type : RowType.values()) {
      rows.add(row(type, "{\"id\":\"an-id\"}"));
    }
    rows.add(row(RowType.CALL, "\"" + "x".repeat(LiveLimits.ROW_BYTES) + "\""));
    messages.add(new ServerMessage.Snapshot(Topic.ALL, 0, 1, true, NOW, false, rows));
    rows.forEach(
        each -> messages.add(new ServerMessage.Change(new Delta(Topic.ALL, 1, NOW, each))));
    messages.add(new ServerMessage.Resumed(Topic.find("agent:101").orElseThrow(), 7));
    messages.add(new ServerMessage.Pong(NOW));
    for (Bye.Reason reason : Bye.Reason.values()) {
      messages.add(new Bye(reason));
    }
    for (Refusal.Reason reason : Refusal.Reason.values()) {
      messages.add(new Refusal(reason, Optional.empty(), "Nothing was done."));
      messages.add(new Refusal(reason, Optional.of("org:other"), "Nothing was done."));
    }
    return messages;
  }

  private static String nameOf(ServerMessage message) {
    return message instanceof ServerMessage.Change ? "delta" : message.type();
  }

  @Test
  void everythingTheServerSaysIsDocumented() throws Exception {
    Set<Class<?>> said = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (ServerMessage message : everyMessage()) {
      JsonNode json = Repository.JSON.readTree(ServerMessages.write(message));
      assertThat(document.violations(nameOf(message), json)).as(json.toString()).isEmpty();
      said.add(message.getClass());
      names.add(nameOf(message));
    }
    assertThat(said).containsExactlyInAnyOrder(ServerMessage.class.getPermittedSubclasses());
    assertThat(document.messages("hear")).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void theDocumentRefusesWhatTheServerDoesNotSay() throws Exception {
    JsonNode stranger =
        Repository.JSON.readTree("{\"type\":\"pong\",\"at\":\"2026-11-21T10:00:00Z\",\"x\":1}");

    assertThat(document.violations("pong", stranger)).isNotEmpty();
    assertThat(document.violations("bye", stranger)).isNotEmpty();
  }

  @Test
  void everythingTheDocumentLetsAClientSayIsUnderstood() throws Exception {
    Set<Class<?>> understood = new HashSet<>();
    for (String message : document.messages("say")) {
      JsonNode examples = document.document().at("/components/messages/" + message + "/examples");
      assertThat(examples).as(message).isNotEmpty();
      for (JsonNode example : examples) {
        assertThat(document.violations(message, example.path("payload"))).isEmpty();
        understood.add(ClientMessages.read(example.path("payload").toString()).getClass());
      }
    }
    assertThat(understood).containsExactlyInAnyOrder(ClientMessage.class.getPermittedSubclasses());
  }

  @Test
  void aWithdrawnRowIsDocumented() throws Exception {
    for (Optional<String> successor : List.of(Optional.<String>empty(), Optional.of("another"))) {
      RowChange row = RowChanges.withdrawn(RowType.CALL, "an-id", 4, NOW, successor);

      assertThat(
              document.violationsOf(
                  "Withdrawn", Repository.JSON.readTree(row.data().orElseThrow())))
          .isEmpty();
    }
  }

  @Test
  void namesAreThoseOfTheCode() {
    List<String> types = Arrays.stream(RowType.values()).map(RowType::wireName).toList();

    assertThat(document.values("RowType")).containsExactlyElementsOf(types);
    assertThat(document.values("Error/properties/error"))
        .containsExactlyElementsOf(names(Refusal.Reason.values()));
    assertThat(document.values("Bye/properties/reason"))
        .containsExactlyElementsOf(names(Bye.Reason.values()));
  }

  @Test
  void everyTypeOfRowHasItsSchemaInTheDocumentOfTheApi() {
    OpenApi openApi = OpenApi.read();
    Map<String, String> rows = document.rows();

    assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(document.values("RowType"));
    assertThat(rows.values())
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("openapi.yaml#/components/schemas/");
              assertThat(openApi.document().at(reference.substring("openapi.yaml#".length())))
                  .isNotEmpty();
            });
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }
}
