package callcentre.functions.userstatus;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventFamily;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventStep;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.presence.StatusFact;
import callcentre.storage.presence.PresenceRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What colleagues do, as the dashboard sees it. */
@ExtendWith(CloudExtension.class)
class PresenceTest {

  private static final Extension MARIA = new Extension("101");

  private final UserStatusStage stage;

  PresenceTest(Cloud cloud) {
    stage = UserStatusStage.in(cloud);
    stage.user("maria", Role.AGENT, "north", "101");
    stage.user("owen", Role.ORG_MANAGER, "south", "104");
    stage.user("dana", Role.ORG_ADMIN, "north");
    stage.clock.pass(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theFloorShowsEverybodyWithAnExtensionAndUnknownIsNotAvailable() {
    status(ProfileStatus.AVAILABLE);
    stage.api.requests().reset();

    Answer floor = get("", Callers.admin());

    assertThat(floor.status()).as(floor.body()).isEqualTo(200);
    assertThat(users(floor)).containsExactly("maria available", "owen unknown");
    assertThat(stage.api.requests().counts()).isEqualTo(Map.of("dynamodb.Query", 2));
  }

  @Test
  void anOrganisationSeesItsOwnPeopleAlone() {
    assertThat(users(get("", Callers.manager("south")))).containsExactly("owen unknown");
    assertThat(users(get("", Callers.orgAdmin("north")))).containsExactly("maria unknown");
    assertThat(get("/owen", Callers.orgAdmin("north")).status()).isEqualTo(404);
    assertThat(get("/owen/history", Callers.orgAdmin("north")).status()).isEqualTo(404);
    assertThat(get("/maria", Callers.agent("south")).status()).isEqualTo(404);
    assertThat(get("", Callers.nobody()).status()).isEqualTo(403);
  }

  @Test
  void aTalkIsSeenAndEndsByItself() {
    Instant began = stage.clock.instant();
    call(began, Optional.empty());
    stage.clock.pass(Duration.ofSeconds(30));

    Answer maria = get("/maria", Callers.admin());

    assertThat(maria.json().get("userId").asText()).isEqualTo("maria");
    assertThat(maria.json().get("extension").asText()).isEqualTo("101");
    assertThat(maria.json().get("presence").asText()).isEqualTo("on_call");
    assertThat(maria.json().get("status").asText()).isEqualTo("unknown");
    assertThat(maria.json().get("source").asText()).isEqualTo("events");
    assertThat(Instant.parse(maria.json().get("since").asText())).isEqualTo(began);
    assertThat(maria.json().get("valid_until").isNull()).isFalse();

    stage.clock.pass(Duration.ofHours(4));
    assertThat(get("/maria", Callers.admin()).json().get("presence").asText()).isEqualTo("unknown");
  }

  @Test
  void whoHasNoExtensionIsUnknown() {
    Answer dana = get("/dana", Callers.admin());

    assertThat(dana.json().get("presence").asText()).isEqualTo("unknown");
    assertThat(dana.json().get("extension").isNull()).isTrue();
    assertThat(get("/nobody", Callers.admin()).status()).isEqualTo(404);
  }

  @Test
  void theHistorySumsTheTimesAndSaysHowBusySomebodyWas() {
    Instant began = stage.clock.instant();
    status(ProfileStatus.AVAILABLE);
    call(began.plusSeconds(100), Optional.of(began.plusSeconds(370)));
    stage.clock.pass(Duration.ofSeconds(1_000));

    Answer history = get("/maria/history?startUtc=" + began.plusSeconds(50), Callers.admin());

    assertThat(history.status()).as(history.body()).isEqualTo(200);
    assertThat(history.json().at("/time_in_state/on_call").asDouble()).isEqualTo(270);
    assertThat(history.json().at("/time_in_state/wrap_up").asDouble()).isEqualTo(30);
    assertThat(history.json().at("/time_in_state/available").asDouble()).isEqualTo(650);
    assertThat(history.json().get("occupancy").asDouble()).isEqualTo(300.0 / 950);
    assertThat(history.json().get("intervals")).hasSize(4);
    assertThat(history.json().at("/intervals/0/from").asText())
        .isEqualTo(began.plusSeconds(50).toString());
    assertThat(history.json().at("/intervals/3/to").asText())
        .isEqualTo(stage.clock.instant().toString());
  }

  @Test
  void aTimeThatCannotBeAskedForIs400() {
    Instant now = stage.clock.instant();
    assertThat(get("/maria/history?startUtc=" + now.plusSeconds(1), Callers.admin()).errorFields())
        .isEqualTo("start_utc");
    Instant longAgo = now.minus(Duration.ofDays(32));
    assertThat(get("/maria/history?startUtc=" + longAgo, Callers.admin()).status()).isEqualTo(400);
  }

  private Answer get(String path, Principal caller) {
    return stage.status(path, caller);
  }

  private static List<String> users(Answer floor) {
    List<String> users = new ArrayList<>();
    floor
        .json()
        .get("users")
        .forEach(
            user -> users.add(user.get("userId").asText() + " " + user.get("presence").asText()));
    return users;
  }

  private void status(ProfileStatus status) {
    Instant now = stage.clock.instant();
    presences()
        .add(MARIA, known -> known.with(new StatusFact(now, status, PresenceSource.PROFILE)));
  }

  private void call(Instant connected, Optional<Instant> ended) {
    EventTimes talk = event(EventStep.CONNECTED, Optional.of(MARIA), connected);
    EventTimes call =
        ended.map(end -> talk.join(event(EventStep.ENDED, Optional.empty(), end))).orElse(talk);
    presences().add(MARIA, known -> known.with("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192", call));
  }

  private PresenceRepository presences() {
    return stage.api.bean(PresenceRepository.class);
  }

  private static EventTimes event(EventStep step, Optional<Extension> extension, Instant at) {
    return EventTimes.of(
        new CallEvent(
            "a91c7d44-0e6b-4f38-b2d5-1c3e5f708192",
            new EventMark(EventFamily.INCOMING, step, extension),
            at,
            Optional.empty(),
            Optional.empty()));
  }
}
