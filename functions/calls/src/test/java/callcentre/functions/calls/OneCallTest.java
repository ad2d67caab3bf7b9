package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.events.EventNotice;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call: its fields, its timeline, and the ids under which it answers. */
@ExtendWith(CloudExtension.class)
class OneCallTest {

  private static final String AT = "2026-11-20T16:20:03.070Z";

  private final ListedCall answered = Facts.incoming(1, AT, Facts.MAIN, Optional.of("102"));
  private CallsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aCallHasTheFieldsOfTheContract() {
    stage.organisations("north");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    stage.store(answered, respondedAfterTwelveSeconds());
    assertThat(get(answered.id().value()).toString())
        .isEqualTo(
            """
            {"id":"00000000-0000-4000-8000-000000000001","direction":"incoming",\
            "status":"connected","from":"+13475550123","to":"+12125550147",\
            "from_party":{"kind":"number","value":"+13475550123","name":"Jordan Blake"},\
            "to_party":{"kind":"number","value":"+12125550147","name":null},\
            "business_number":"+12125550147","agent":{"extension":"102","name":"Agent 102"},\
            "contact":null,"dateTimeUtc":"2026-11-20T16:20:03.070Z",\
            "started_at":"2026-11-20T16:20:03.070Z","connected_at":"2026-11-20T16:20:15Z",\
            "ended_at":"2026-11-20T16:21:19.125Z","duration_seconds":64.125,\
            "wait_seconds":11.93,"has_recording":true,"comment":null,"workflow_state":"open",\
            "orgId":"north","sources":["calls","journal"],"complete":true,"match":"exact",\
            "legs":[{"party":{"kind":"extension","value":"102","name":"Agent 102"},\
            "connected":true}],\
            "timeline":[{"event":"started","at":"2026-11-20T16:20:03.070Z","extension":null},\
            {"event":"connected","at":"2026-11-20T16:20:15Z","extension":"102"},\
            {"event":"ended","at":"2026-11-20T16:21:19.125Z","extension":null}]}""");
  }

  @Test
  void theTimelineIsWhatTheCallsEventsTellInOrderOfTheirTime() {
    ListedCall missed = Facts.incoming(2, AT, Facts.MAIN, Optional.empty());
    stage.store(missed);
    event(missed, "IncomingCallStopRinging", Optional.of("101"), "2026-11-20T16:20:09.0000000Z");
    event(missed, "IncomingCall", Optional.empty(), "2026-11-20T16:20:03.0000000Z");
    event(missed, "IncomingCallRinging", Optional.of("101"), "2026-11-20T16:20:04.0000000Z");

    JsonNode timeline = get(missed.id().value()).get("timeline");

    assertThat(timeline.findValuesAsText("event"))
        .containsExactly("IncomingCall", "IncomingCallRinging", "IncomingCallStopRinging");
    assertThat(timeline.at("/1").toString())
        .isEqualTo(
            "{\"event\":\"IncomingCallRinging\",\"at\":\"2026-11-20T16:20:04Z\",\"extension\":\"101\"}");
  }

  private void event(ListedCall call, String type, Optional<String> extension, String timestamp) {
    stage
        .api
        .bean(CallEventRepository.class)
        .store(
            new StoredEvent(
                new EventNotice(
                    type,
                    Optional.of(call.id().value()),
                    extension,
                    Optional.of(timestamp),
                    Optional.empty(),
                    Optional.empty()),
                "{}",
                Instant.parse(AT),
                EventStanding.RECEIVED));
  }

  @Test
  void aMissedCallOfZeroSecondsIsShownWithoutInventedMoments() {
    ListedCall missed = Facts.incoming(2, AT, Facts.MAIN, Optional.empty());
    stage.store(missed);
    JsonNode call = get(missed.id().value());
    assertThat(call.get("status").asText()).isEqualTo("missed");
    assertThat(call.get("duration_seconds").asDouble()).isZero();
    assertThat(call.get("agent").isNull()).isTrue();
    assertThat(call.get("connected_at").isNull()).isTrue();
    assertThat(call.get("ended_at").isNull()).isTrue();
    assertThat(call.get("timeline").findValuesAsText("event")).containsExactly("started");
  }

  @Test
  void anIdThatWasShownBeforeTheGuidWasKnownStaysValid() {
    JournalCall early = Facts.journal(7, Optional.empty(), withoutStatus(answered.details()));
    stage.store(early);
    JsonNode before = get(early.journalId().value());
    assertThat(before.get("id").asText()).isEqualTo(early.journalId().value());
    stage.store(answered);
    JsonNode after = get(early.journalId().value());
    assertThat(after.get("id").asText()).isEqualTo(answered.id().value());
    assertThat(after.get("match").asText()).isEqualTo("inferred");
    assertThat(get(answered.id().value())).isEqualTo(after);
    assertThat(CallsStage.ids(stage.list("", Callers.admin())))
        .containsExactly(answered.id().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-4000-8000-0000000000ff",
        "00000000-0000-0000-0000-000000000000",
        "no-id-at-all",
        "leg%23x",
      })
  void whatIsNoCallIs404(String id) {
    Answer answer = stage.api.get(PATH + "/" + id).as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
  }

  @Test
  void anIdIsReadInAnyCase() {
    stage.store(answered);
    assertThat(get(answered.id().value().toUpperCase(Locale.ROOT)).get("id").asText())
        .isEqualTo(answered.id().value());
  }

  private JournalCall respondedAfterTwelveSeconds() {
    CallDetails listed = answered.details();
    return Facts.journal(
        1,
        Optional.of(answered.id()),
        new CallDetails(
            listed.direction(),
            listed.status(),
            listed.caller(),
            listed.legs(),
            listed.businessNumber(),
            listed.startedAt(),
            Optional.of(Instant.parse("2026-11-20T16:20:15Z")),
            listed.duration(),
            Optional.empty(),
            listed.recording()));
  }

  private static CallDetails withoutStatus(CallDetails details) {
    return new CallDetails(
        details.direction(),
        CallStatus.UNKNOWN,
        details.caller(),
        details.legs(),
        details.businessNumber(),
        details.startedAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private JsonNode get(String id) {
    Answer answer = stage.api.get(PATH + "/" + id).as(Callers.admin()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
