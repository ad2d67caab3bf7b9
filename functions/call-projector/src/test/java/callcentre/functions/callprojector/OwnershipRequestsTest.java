package callcentre.functions.callprojector;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.events.EventNotice;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whose number it is and who holds an extension is asked for by whoever shows a row, never while
 * events become rows. The stage has the three tables of the projector and no other: a request to
 * those of numbers, assignments or users would fail.
 */
@ExtendWith(CloudExtension.class)
class OwnershipRequestsTest {

  private static final int NUMBERS = 500;
  private static final int EXTENSIONS = 300;
  private static final int BATCH = 100;

  private final ProjectorStage stage;

  OwnershipRequestsTest(Cloud cloud) {
    stage = new ProjectorStage(cloud);
  }

  @Test
  void eventsOf500NumbersAnd300ExtensionsReadNothingButTheRowsThatTheyChange() {
    List<StoredEvent> events = new ArrayList<>();
    for (int number = 0; number < NUMBERS; number++) {
      events.add(ringing(number));
    }
    events.forEach(stage.events()::store);
    stage.requests().reset();

    for (int at = 0; at < NUMBERS; at += BATCH) {
      assertThat(stage.project(events.subList(at, at + BATCH))).isEmpty();
    }

    assertThat(stage.requests().counts())
        .isEqualTo(
            Map.of(
                // The rows, 100 at a time.
                "dynamodb.BatchGetItem", NUMBERS / BATCH,
                "dynamodb.PutItem", NUMBERS,
                // Presence: each call's events, each colleague's evidence, once.
                "dynamodb.Query", NUMBERS,
                "dynamodb.GetItem", NUMBERS,
                "dynamodb.TransactWriteItems", NUMBERS));
  }

  private static StoredEvent ringing(int number) {
    return new StoredEvent(
        new EventNotice(
            "IncomingCallRinging",
            Optional.of(Sequences.call(1_000 + number)),
            Optional.of(Integer.toString(1_001 + number % EXTENSIONS)),
            Optional.of(Sequences.START.plusSeconds(600L * (number / EXTENSIONS)).toString()),
            Optional.of("+13475550123"),
            Optional.of("+1212555%04d".formatted(number))),
        "{\"ApiKey\":\"***\"}",
        Sequences.START.plusSeconds(9),
        EventStanding.RECEIVED);
  }
}
