package callcentre.simulator;

import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Workflow;
import callcentre.simulator.settings.MmsAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Requests that lead to the provider's samples of calls, voicemails and the journal. */
final class HistoryScenes {

  private static final Instant DAY = Instant.parse("2026-09-14T12:00:00Z");
  private static final String WINDOW = "startUtc=2026-09-14T00:00:00&endUtc=2026-09-15T00:00:00";
  private static final String JOURNAL_WINDOW = "from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z";
  private static final String EMPTY_WINDOW = "from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z";
  private static final String UNKNOWN = "66e5d111c1a2d3e4f5061fff";
  private static final Marks OPEN = Marks.NONE.withWorkflow(Workflow.OPEN);
  private static final String REQUESTS = "/v4/api/journal/requests";

  private HistoryScenes() {}

  static Map<String, Function<Caller, Caller.Reply>> all(Simulator simulator) {
    Map<String, Function<Caller, Caller.Reply>> scenes = new TreeMap<>();
    calls(simulator, scenes);
    voicemails(simulator, scenes);
    journal(simulator, scenes);
    journalChanges(simulator, scenes);
    return scenes;
  }

  private static void calls(
      Simulator simulator, Map<String, Function<Caller, Caller.Reply>> scenes) {
    scenes.put(
        "calls-list-200",
        c -> {
          outgoing(simulator);
          simulator.add(
              CallDraft.at(DAY.plusSeconds(60))
                  .from("+13475550123", "Jordan Blake")
                  .rung("101")
                  .answeredBy("102"));
          simulator.add(CallDraft.at(DAY.plusSeconds(90)).rung("101").ending(CallState.MISSED));
          return c.get("/v4/api/calls?" + WINDOW, c.accessToken());
        });
    scenes.put("calls-list-empty-200", c -> c.get("/v4/api/calls", c.accessToken()));
    scenes.put(
        "calls-list-400",
        c -> c.get("/v4/api/calls?pageSize=abc&startUtc=yesterday", c.accessToken()));
    scenes.put(
        "calls-get-200",
        c -> c.get("/v4/api/calls/" + outgoing(simulator).guid(), c.accessToken()));
    scenes.put("calls-get-400-not-found", c -> c.get("/v4/api/calls/none", c.accessToken()));
    scenes.put("calls-makecall-200", c -> makeCall(c, "+13123194556"));
    scenes.put("calls-makecall-400", c -> makeCall(c, "+1"));
  }

  private static void voicemails(
      Simulator simulator, Map<String, Function<Caller, Caller.Reply>> scenes) {
    scenes.put(
        "voicemails-list-200",
        c -> {
          voicemail(simulator);
          return c.get("/v4/api/voicemails?" + WINDOW, c.accessToken());
        });
    scenes.put("voicemails-list-empty-200", c -> c.get("/v4/api/voicemails", c.accessToken()));
    scenes.put(
        "voicemails-get-200",
        c -> {
          PhoneCall call = voicemail(simulator);
          return c.get("/v4/api/voicemails/" + Caller.voicemailOf(call).id(), c.accessToken());
        });
    scenes.put(
        "voicemails-get-400-not-found", c -> c.get("/v4/api/voicemails/none", c.accessToken()));
  }

  private static void journal(
      Simulator simulator, Map<String, Function<Caller, Caller.Reply>> scenes) {
    scenes.put(
        "journal-requests-list-200",
        c -> {
          commented(simulator, OPEN);
          voicemail(simulator);
          text(simulator);
          picture(simulator);
          return c.get(REQUESTS + "?" + JOURNAL_WINDOW, c.accessToken());
        });
    scenes.put(
        "journal-requests-list-empty-200",
        c -> c.get(REQUESTS + "?" + EMPTY_WINDOW, c.accessToken()));
    scenes.put(
        "journal-requests-list-400",
        c -> c.get(REQUESTS + "?someUnknownFilter=1", c.accessToken()));
    scenes.put("journal-requests-counts-200", c -> c.get(REQUESTS + "/counts", c.accessToken()));
    scenes.put(
        "journal-request-get-200",
        c -> c.get(REQUESTS + "/" + commented(simulator, Marks.NONE).requestId(), c.accessToken()));
    scenes.put("journal-request-get-400", c -> c.get(REQUESTS + "/xxxx", c.accessToken()));
    scenes.put("journal-request-get-404", c -> c.get(REQUESTS + "/" + UNKNOWN, c.accessToken()));
    scenes.put(
        "journal-mmsattachments-200-json",
        c -> {
          simulator.change(s -> s.withHistory(s.history().withMmsAnswer(MmsAnswer.JSON)));
          String id = picture(simulator).requestId();
          return c.get(REQUESTS + "/" + id + "/mmsAttachments", c.accessToken());
        });
    scenes.put(
        "journal-blocklist-available-200",
        c -> c.get("/v4/api/journal/blocklist/availableNumbers", c.accessToken()));
    scenes.put(
        "contactcenter-communications-200",
        c -> {
          voicemail(simulator);
          return c.get("/v4/api/contactCenter/communications?" + JOURNAL_WINDOW, c.accessToken());
        });
    scenes.put(
        "contactcenter-communications-400",
        c -> c.get("/v4/api/contactCenter/communications?x=1", c.accessToken()));
    scenes.put("contactcenter-interactions-200", c -> interactions(simulator, c));
  }

  private static void journalChanges(
      Simulator simulator, Map<String, Function<Caller, Caller.Reply>> scenes) {
    scenes.put(
        "journal-comment-post-200",
        c ->
            c.send(
                "POST",
                REQUESTS + "/" + outgoing(simulator).requestId() + "/comment",
                c.accessToken(),
                "text/plain",
                "Asked for a new appointment"));
    scenes.put(
        "journal-comment-delete-200",
        c ->
            c.delete(
                REQUESTS + "/" + outgoing(simulator).requestId() + "/comment", c.accessToken()));
    scenes.put(
        "journal-flags-400-invalid",
        c -> c.delete(REQUESTS + "/flags?flags=Starred&requestIds=" + UNKNOWN, c.accessToken()));
    scenes.put(
        "journal-messages-delete-200",
        c ->
            c.delete(
                REQUESTS + "/messages?requestIds=" + text(simulator).requestId() + "," + UNKNOWN,
                c.accessToken()));
    scenes.put(
        "journal-voicemail-delete-200",
        c ->
            c.delete(
                REQUESTS
                    + "/voicemail?removeText=false&requestIds="
                    + voicemail(simulator).requestId(),
                c.accessToken()));
    scenes.put(
        "journal-wfstate-404-invalid",
        c ->
            c.send(
                "PUT",
                REQUESTS + "/wfstate?requestIds=" + outgoing(simulator).requestId(),
                c.accessToken(),
                "text/plain",
                "Closed"));
  }

  private static Caller.Reply makeCall(Caller caller, String from) {
    return caller.send(
        "POST",
        "/v4/api/calls/makecall",
        caller.accessToken(),
        "application/json",
        "{\"from\":\"" + from + "\",\"to\":\"+13475550123\"}");
  }

  private static Caller.Reply interactions(Simulator simulator, Caller caller) {
    simulator.add(
        MessageDraft.at(DAY).client("+13475550123", "Jordan Blake").sentBy("101").text("Here"));
    return caller.get(
        "/v4/api/contactcenter/interactions?tab=Recent&latest=2026-09-15T00:00:00Z",
        caller.accessToken());
  }

  private static PhoneCall outgoing(Simulator simulator) {
    return simulator.add(CallDraft.at(DAY).outgoing("101", "+13475550123").recorded());
  }

  private static PhoneCall voicemail(Simulator simulator) {
    return simulator.add(
        CallDraft.at(DAY.plusSeconds(120))
            .leaving(null, Duration.ofSeconds(27), "Hi, please call me back.", "101")
            .marked(OPEN));
  }

  private static PhoneCall commented(Simulator simulator, Marks marks) {
    return simulator.add(
        CallDraft.at(DAY.plusSeconds(30))
            .recorded()
            .marked(marks.withComment("Asked for a new appointment").withTags(List.of("VIP"))));
  }

  private static TextMessage text(Simulator simulator) {
    return simulator.add(MessageDraft.at(DAY.plusSeconds(180)).marked(OPEN));
  }

  private static TextMessage picture(Simulator simulator) {
    return simulator.add(
        MessageDraft.at(DAY.plusSeconds(200))
            .sentBy("101")
            .attach(new TextMessage.Attachment("map.png", 48_213, true))
            .marked(OPEN));
  }
}
