package callcentre.functions.callprojector;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.functions.callprojector.Sequences.Sequence;
import callcentre.storage.events.StoredEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an event costs the projector; run by {@code benchmarks/webhooks}. */
@ExtendWith(CloudExtension.class)
class ProjectorMeasurement {

  private static final int EVENTS = Integer.getInteger("measure.events", 5_000);
  private static final int BATCH = 100;
  private static final Path REPORT = Path.of("target", "projector-measurement.md");

  private final ProjectorStage stage;
  private final StringBuilder report =
      new StringBuilder(
          "| row | events | requests an event | events a second |\n|---|---|---|---|\n");

  ProjectorMeasurement(Cloud cloud) {
    stage = new ProjectorStage(cloud);
  }

  @Test
  void requestsAnEvent() throws Exception {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (int number = 0; records.size() < EVENTS; number++) {
      for (StoredEvent event : Sequence.ANSWERED.of(Sequences.call(number))) {
        stage.events().store(event);
        records.add(ProjectorStage.record("INSERT", records.size() + 1, stage.image(event)));
      }
    }
    measure("new calls, whole calls in batches of 100", records, BATCH);
    measure("the same again", records, BATCH);
    measure("the same, one event a batch", records.subList(0, Math.min(1_000, EVENTS)), 1);
    Files.writeString(REPORT, report);
  }

  private void measure(String name, List<DynamodbStreamRecord> records, int size) {
    stage.requests().reset();
    long begin = System.nanoTime();
    for (int from = 0; from < records.size(); from += size) {
      assertThat(stage.handle(records.subList(from, Math.min(records.size(), from + size))))
          .isEmpty();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    report.append(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.2f | %,.0f |%n",
            name,
            records.size(),
            (double) stage.requests().total() / records.size(),
            records.size() / seconds));
  }
}
