package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class HistoryControlTest extends HistoryTest {

  @Test
  void callsArePutInWithAllThatIsKnownOfThem() {
    Caller.Reply added =
        caller.control(
            "POST",
            "/calls",
            """
            {"calls": [
              {"at": "2026-09-14T16:20:03.07Z", "client": "+13475550123", "client_name": "Jordan Blake",
               "number": "+17323286846", "rung": "101", "answered_by": "102", "duration_ms": 64125,
               "recorded": true, "comment": "Asked", "workflow": "open", "tags": "VIP",
               "id": "A91C7D44-0e6b-4f38-b2d5-1c3e5f708192", "request_id": "66e5b0f3c1a2d3e4f5061728"},
              {"at": "2026-09-14T17:00:00Z", "direction": "outgoing", "caller": "103",
               "client": "+19175550188", "state": "no_answer", "ring_ms": 9000},
              {"at": "2026-09-14T18:00:00Z", "anonymous": true,
               "voicemail": {"length_ms": 9000, "text": "Hello", "assignee": "101"}}
            ]}
            """);

    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("calls")).hasSize(3);
    assertThat(added.json().at("/calls/2").has("voicemail_id")).isTrue();
    JsonNode call = list("/v4/api/calls/a91c7d44-0e6b-4f38-b2d5-1c3e5f708192");
    assertThat(call.path("dateTimeUtc").asText()).isEqualTo("2026-09-14T16:20:03.07+00:00");
    assertThat(call.path("duration").asText()).isEqualTo("64125");
    assertThat(journalIds("state=connected")).containsExactly("66e5b0f3c1a2d3e4f5061728");
    assertThat(journal("state=noAnswer").getFirst().at("/agent/extension").asText())
        .isEqualTo("103");
  }

  @Test
  void voicemailsAndMessagesArePutIn() {
    caller.control(
        "POST",
        "/voicemails",
        """
        {"voicemails": [{"at": "2026-09-14T18:05:51.62Z", "client": "+19175550188",
          "length_ms": 27000, "text": "Hi", "id": "b7c1e2d3-0a4f-4b6c-9d8e-1f2a3b4c5d6e"}]}
        """);
    caller.control(
        "POST",
        "/messages",
        """
        {"messages": [
          {"at": "2026-09-14T19:00:02.5Z", "client": "+13475550123", "text": "Late"},
          {"at": "2026-09-14T19:03:44.12Z", "client": "+13475550123", "sent_by": "101",
           "text": "The map", "delivery": "notSent",
           "attachments": [{"name": "map.png", "size": 48213}]}
        ]}
        """);

    JsonNode voicemail = list("/v4/api/voicemails/b7c1e2d3-0a4f-4b6c-9d8e-1f2a3b4c5d6e");
    assertThat(voicemail.path("dateTimeUtc").asText()).isEqualTo("2026-09-14T18:05:51.62+00:00");
    assertThat(journal("type=message"))
        .extracting(row -> row.path("messageDeliveryStatus").asText())
        .containsExactly("notSent", "unspecified");
  }

  @Test
  void aTakenIdOrAMisspeltFieldPutsNothingIn() {
    String call =
        """
        {"calls": [{"at": "2026-09-14T19:00:00Z", "id": "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192"}]}
        """;
    assertThat(caller.control("POST", "/calls", call).status()).isEqualTo(200);

    assertThat(caller.control("POST", "/calls", call).json().path("message").asText())
        .contains("is taken");
    assertThat(caller.control("POST", "/calls", "{\"calls\": [{}, {\"clinet\": \"x\"}]}").status())
        .isEqualTo(400);
    assertThat(caller.control("POST", "/calls", "{\"calls\": [{\"state\": \"lost\"}]}").status())
        .isEqualTo(400);
    assertThat(caller.control("GET", "/history", "").json().at("/total/calls").asInt())
        .isEqualTo(1);
  }

  @Test
  void aLoadIsExactlyWhatWasAskedForAndCanBeRecounted() {
    Caller.Reply load =
        caller.control(
            "POST",
            "/load",
            """
            {"first_day": "2026-09-01", "days": 10, "calls_per_day": 200,
             "voicemails_per_day": 12, "messages_per_day": 30}
            """);
    assertThat(load.json().path("calls").asInt()).isEqualTo(2_000);

    JsonNode counts = caller.control("GET", "/history?from=2026-09-01&to=2026-09-10", "").json();
    assertThat(counts.path("total").toString())
        .isEqualTo("{\"calls\":2000,\"voicemails\":120,\"messages\":300}");
    assertThat(counts.path("days")).hasSize(10);
    String window = "startUtc=2026-09-01T00:00:00&endUtc=2026-09-11T00:00:00&pageSize=1000";
    assertThat(list("/v4/api/calls?" + window).path("total").asInt()).isEqualTo(2_000);
    assertThat(list("/v4/api/calls?callFilter=Voicemail&" + window).path("total").asInt())
        .isEqualTo(120);
    assertThat(list("/v4/api/voicemails?" + window).path("voicemails")).hasSize(120);

    caller.control("DELETE", "/history", "");
    assertThat(list("/v4/api/calls?" + window).path("total").asInt()).isZero();
  }

  @Test
  void switchesAreShownAndChanged() {
    Caller.Reply settings =
        caller.control(
            "PUT",
            "/settings",
            """
            {"call_delay_seconds": 10, "zero_guid_share": 0.25, "voicemail_unit": "milliseconds",
             "contact_center_access": "nobody", "audio_ranges": false, "recording_seconds": 3600}
            """);

    assertThat(settings.json().path("zero_guid_share").asDouble()).isEqualTo(0.25);
    assertThat(settings.json().path("recording_seconds").asInt()).isEqualTo(3_600);
    assertThat(simulator.settings().history().callDelaySeconds()).isEqualTo(10);
    assertThat(simulator.settings().audio().ranges()).isFalse();
    assertThat(caller.control("PUT", "/settings", "{\"zero_guid_share\": 2}").status())
        .isEqualTo(400);
    caller.control("PUT", "/settings", "{\"recording_seconds\": 0}");
    assertThat(simulator.settings().audio().lengthSeconds()).isNull();
  }
}
