package callcentre.functions.callprojector;

import static callcentre.functions.callprojector.Sequences.call;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallSource;
import callcentre.domain.events.EventReading;
import callcentre.functions.callprojector.Sequences.Sequence;
import callcentre.storage.events.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class AnyOrderTest {

  private static final int CALLS = 100;

  private final ProjectorStage stage;

  AnyOrderTest(Cloud cloud) {
    stage = new ProjectorStage(cloud);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void fiveHundredEventsInAnyOrderTwiceSplitAndWithFailuresMakeTheSameRows(long seed) {
    Random random = new Random(seed);
    List<StoredEvent> events = new ArrayList<>();
    Map<String, Call> expected = new HashMap<>();
    for (int number = 0; number < CALLS; number++) {
      Sequence sequence = Sequence.values()[number % Sequence.values().length];
      List<StoredEvent> ofCall = sequence.of(call(number));
      expected.put(call(number), view(ofCall));
      events.addAll(ofCall);
    }
    assertThat(events).hasSizeGreaterThanOrEqualTo(450);
    events.forEach(stage.events()::store);
    List<StoredEvent> deliveries = new ArrayList<>(events);
    events.stream().filter(event -> random.nextInt(3) == 0).forEach(deliveries::add);
    Collections.shuffle(deliveries, random);
    stage
        .faults()
        .next(
            "dynamodb.BatchGetItem", new Fault.None(), new Fault.AccessDenied(), new Fault.None());
    stage.faults().next("dynamodb.PutItem", new Fault.None(), new Fault.LostAnswer());

    while (!deliveries.isEmpty()) {
      int size = Math.min(deliveries.size(), 1 + random.nextInt(100));
      List<StoredEvent> batch = deliveries.subList(0, size);
      List<String> failed = stage.project(batch);
      while (!failed.isEmpty()) {
        batch = batch.subList(Integer.parseInt(failed.getFirst()) - 1, batch.size());
        failed = stage.project(batch);
      }
      deliveries = new ArrayList<>(deliveries.subList(size, deliveries.size()));
    }

    expected.forEach((id, call) -> assertThat(stage.row(id)).isEqualTo(call));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTheListedCallTheRowIsAsFromTheListAloneWhicheverComesFirst(boolean eventsFirst) {
    for (Sequence sequence : List.of(Sequence.ANSWERED, Sequence.MISSED, Sequence.OUTGOING)) {
      String id = call(1_000 + sequence.ordinal());
      List<StoredEvent> events = sequence.of(id);
      ListedCall listed = listed(events);
      if (eventsFirst) {
        stage.receive(events);
        stage.sync(listed);
      } else {
        stage.sync(listed);
        stage.receive(events);
      }

      Call alone = CallEvidence.of(listed).view();
      Call row = stage.row(id);
      assertThat(row)
          .usingRecursiveComparison()
          .ignoringFields("sources", "connectedAt", "endedAt", "waited")
          .isEqualTo(alone);
      assertThat(row.sources()).containsExactly(CallSource.CALLS, CallSource.EVENTS);
    }
  }

  @Test
  void aCallWhoseEndIsLostIsOpenUntilTheListTellsOfIt() {
    List<StoredEvent> events = Sequence.ANSWERED.of(call(1));
    stage.receive(events.subList(0, 3));
    assertThat(stage.row(call(1)).finished()).isFalse();

    stage.sync(listed(events));

    assertThat(stage.row(call(1)).finished()).isTrue();
  }

  /** What the provider lists of a call that went as its events say. */
  private static ListedCall listed(List<StoredEvent> events) {
    EventFact fact = fact(events);
    CallDetails details = fact.details();
    return new ListedCall(fact.id(), details, Sequences.START.plusSeconds(60));
  }

  private static Call view(List<StoredEvent> events) {
    return CallEvidence.of(fact(events)).view();
  }

  private static EventFact fact(List<StoredEvent> events) {
    return events.stream()
        .map(event -> EventReading.of(event.notice()))
        .map(reading -> EventFact.of(((EventReading.Understood) reading).event()))
        .reduce(EventFact::join)
        .orElseThrow();
  }
}
