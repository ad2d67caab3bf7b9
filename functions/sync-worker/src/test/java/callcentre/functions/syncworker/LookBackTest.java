package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.sync.Dataset;
import callcentre.simulator.history.CallDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far pulls look back, each for calls that are listed late. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class LookBackTest extends WorkbenchTest {

  LookBackTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void onlyTheFirstPullOfAnHourLooksFarBack() {
    bench.simulator.clock().freeze();
    bench.sync("numbers");
    Instant hour =
        bench.simulator.clock().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    bench.simulator.clock().setNow(hour.minus(Duration.ofMinutes(3)));
    bench.sync("journal");
    bench.simulator.clock().setNow(hour);
    bench.simulator.add(CallDraft.at(hour.minus(Duration.ofHours(2))).answeredBy("101"));

    assertThat(fetchedOfTheJournal()).isEqualTo(1);
    bench.simulator.clock().advance(Duration.ofMinutes(3));
    assertThat(fetchedOfTheJournal()).isZero();
  }

  private int fetchedOfTheJournal() {
    return Workbench.run(bench.sync("journal"), Dataset.JOURNAL).counts().fetched();
  }
}
