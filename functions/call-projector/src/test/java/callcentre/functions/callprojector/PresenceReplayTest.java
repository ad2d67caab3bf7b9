package callcentre.functions.callprojector;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceInterval;
import callcentre.functions.callprojector.Sequences.Sequence;
import callcentre.storage.events.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Presence and its history follow from the events, not from how they came. */
@ExtendWith(CloudExtension.class)
class PresenceReplayTest {

  private static final Instant FROM = Sequences.START.minus(Duration.ofHours(1));
  private static final Instant TO = Sequences.START.plus(Duration.ofDays(1));
  private static final List<String> COLLEAGUES = List.of("101", "102", "103", "104");

  private final Cloud cloud;

  PresenceReplayTest(Cloud cloud) {
    this.cloud = cloud;
  }

  /** What is known of a colleague and what it did. */
  private record Known(PresenceEvidence evidence, List<PresenceInterval> history) {}

  @Test
  void eventsThatComeInAnyOrderAndSomeTwiceAreTheSamePresenceAndTheSameHistory() {
    List<StoredEvent> events = calls(PresenceEvidence.MOST_CALLS - 4, Duration.ofSeconds(2));
    Map<String, Known> inOrder = received(events, 25);
    assertThat(inOrder.get("101").history()).hasSizeGreaterThan(20);

    for (int seed = 0; seed < 3; seed++) {
      List<StoredEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, events.size() / 3));
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(received(shuffled, 7)).as("seed " + seed).isEqualTo(inOrder);
    }
  }

  @Test
  void aReplayOfEverythingInAnyOrderChangesNothingHoweverMuchThereIs() {
    ProjectorStage stage = new ProjectorStage(cloud);
    List<StoredEvent> events = calls(2 * PresenceEvidence.MOST_CALLS, Duration.ofSeconds(2));
    events.forEach(stage.events()::store);
    project(stage, events, 25);
    Map<String, Known> before = known(stage);
    assertThat(before.get("101").evidence().calls()).hasSize(PresenceEvidence.MOST_CALLS);
    List<StoredEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(5));

    project(stage, shuffled, 50);
    project(stage, events.reversed(), 50);

    assertThat(known(stage)).isEqualTo(before);
  }

  @Test
  void aReplayInAnyOrderOnEmptyTablesIsTheSamePresenceAndHistoryHoweverMuchThereIs() {
    List<StoredEvent> events = calls(3 * PresenceEvidence.MOST_CALLS, Duration.ofSeconds(150));
    Map<String, Known> inOrder = received(events, 25);
    assertThat(inOrder.get("101").history()).hasSizeGreaterThan(100);

    List<StoredEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(1));
    for (List<StoredEvent> order : List.of(shuffled, events.reversed())) {
      ProjectorStage stage = new ProjectorStage(cloud);
      events.forEach(stage.events()::store);

      project(stage, order, 13);

      assertThat(known(stage)).isEqualTo(inOrder);
    }
  }

  /** Stores and projects batch by batch, as events come. */
  private Map<String, Known> received(List<StoredEvent> events, int batch) {
    ProjectorStage stage = new ProjectorStage(cloud);
    for (int at = 0; at < events.size(); at += batch) {
      assertThat(stage.receive(events.subList(at, Math.min(events.size(), at + batch)))).isEmpty();
    }
    return known(stage);
  }

  /** Projects what is stored, as a replay does. */
  private static void project(ProjectorStage stage, List<StoredEvent> events, int batch) {
    for (int at = 0; at < events.size(); at += batch) {
      assertThat(stage.project(events.subList(at, Math.min(events.size(), at + batch)))).isEmpty();
    }
  }

  private static Map<String, Known> known(ProjectorStage stage) {
    Map<String, Known> known = new TreeMap<>();
    for (String digits : COLLEAGUES) {
      Extension extension = new Extension(digits);
      known.put(
          digits,
          new Known(
              stage.presences().find(extension), stage.presences().history(extension, FROM, TO)));
    }
    return known;
  }

  /**
   * Calls of every kind.
   *
   * @param apart how long after each other two of them begin; pairs are 5 minutes apart
   */
  private static List<StoredEvent> calls(int count, Duration apart) {
    List<StoredEvent> events = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Sequence sequence = Sequence.values()[number % Sequence.values().length];
      Duration later =
          Duration.ofMinutes(5).multipliedBy(number / 2).plus(apart.multipliedBy(number % 2));
      events.addAll(sequence.of(Sequences.call(100 + number), later));
    }
    return events;
  }
}
