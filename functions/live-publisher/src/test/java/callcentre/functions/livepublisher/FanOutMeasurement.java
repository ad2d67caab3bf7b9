package callcentre.functions.livepublisher;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.live.Topic;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long a change takes until the last of many connections has it, with DynamoDB and API
 * Gateway's side in the same process. {@code ./test -pl functions/live-publisher -am
 * -Dtest=FanOutMeasurement -Dsurefire.failIfNoSpecifiedTests=false} writes {@code
 * target/fan-out-measurement.md}.
 */
@ExtendWith(CloudExtension.class)
class FanOutMeasurement {

  private static final int CHANGES = Integer.getInteger("measure.changes", 40);
  private static final int WARM_UP = 10;
  private static final List<Integer> CONNECTIONS = List.of(1, 100, 1_000);
  private static final Path REPORT = Path.of("target", "fan-out-measurement.md");

  private final PublisherStage stage;

  FanOutMeasurement(Cloud cloud) {
    stage = new PublisherStage(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void millisecondsAChange() throws Exception {
    StringBuilder report =
        new StringBuilder("| connections | changes | p50 ms | p99 ms |\n|---|---|---|---|\n");
    int connected = 0;
    int call = 0;
    for (int connections : CONNECTIONS) {
      for (; connected < connections; connected++) {
        stage.connect("c" + connected + "=", Topic.ALL);
      }
      List<Long> nanos = new ArrayList<>();
      for (int change = 0; change < WARM_UP + CHANGES; change++) {
        List<DynamodbStreamRecord> records =
            stage.stored(Facts.incoming(++call, Facts.START, Facts.MAIN));
        long begin = System.nanoTime();
        assertThat(stage.tell(records)).isEmpty();
        if (change >= WARM_UP) {
          nanos.add(System.nanoTime() - begin);
        }
      }
      nanos.sort(null);
      report.append(
          String.format(
              Locale.ROOT,
              "| %,d | %d | %.0f | %.0f |%n",
              connections,
              CHANGES,
              nanos.get(CHANGES / 2) / 1e6,
              nanos.get(CHANGES * 99 / 100) / 1e6));
    }
    Files.writeString(REPORT, report);
  }
}
