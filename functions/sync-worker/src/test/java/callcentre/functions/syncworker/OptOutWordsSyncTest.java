package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.history.MessageDraft;
import callcentre.storage.sms.OptOuts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptOutWordsSyncTest extends WorkbenchTest {

  private static final Duration HOUR = Duration.ofHours(1);

  OptOutWordsSyncTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void whoWroteStopGetsNoMoreMessagesUntilTheyWriteStart() {
    PhoneNumber ours = PhoneNumber.parse("+13123194556");
    PhoneNumber client = PhoneNumber.parse("+13475550123");
    PhoneNumber other = PhoneNumber.parse("+13475550124");
    OptOuts optOuts = new OptOuts(bench.database);
    bench.simulator.clock().freeze();
    bench.sync("numbers");
    bench.simulator.add(MessageDraft.at(ago(HOUR)).number(ours.e164()).text(" Stop. "));
    bench.simulator.add(
        MessageDraft.at(ago(HOUR))
            .number(ours.e164())
            .client(other.e164(), null)
            .text("do not stop"));
    bench.simulator.add(MessageDraft.at(ago(HOUR)).number(ours.e164()).sentBy("101").text("STOP"));
    bench.sync("journal");
    assertThat(optOuts.stopped(ours, List.of(client, other))).containsExactly(client);

    bench.simulator.add(MessageDraft.at(now()).number(ours.e164()).text("START"));
    tick();
    bench.sync("journal");
    bench.sync("journal");

    assertThat(optOuts.stopped(ours, List.of(client, other))).isEmpty();
    assertThat(optOuts.history(ours, client)).hasSize(2);
  }

  private void tick() {
    bench.simulator.clock().advance(Duration.ofMinutes(3));
  }

  private Instant ago(Duration time) {
    return now().minus(time);
  }

  private Instant now() {
    return bench.simulator.clock().instant();
  }
}
