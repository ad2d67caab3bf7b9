package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How hours, news and budget decide what a tick asks for. */
class SchedulePaceTest extends ScheduleStage {

  SchedulePaceTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void inBusinessHoursTheJournalIsPulledEveryThreeMinutes() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    succeed(started(tick(false)).jobId());

    now = now.plus(Duration.ofMinutes(2));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(1));
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.JOURNAL);
  }

  @Test
  void theHoursOfAnyOrganisationCount() {
    now = Instant.parse("2026-11-23T08:00:00Z");
    organise("harbor-dental", "America/New_York");
    succeed(started(tick(false)).jobId());
    now = now.plus(Duration.ofMinutes(3));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());

    organise("casa-lopez", "Europe/Madrid");

    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.JOURNAL);
  }

  @Test
  void whileTheBudgetIsShortTheJournalWaitsLonger() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    variables.put("PROVIDER_DAILY_LIMIT", "120");
    variables.put("PROVIDER_BUDGET_FLOORS", "sms=1,event=5,sync=20,backfill=25");
    succeed(started(tick(false)).jobId());
    spend(80);

    now = now.plus(Duration.ofMinutes(3));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(3));
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.JOURNAL);
  }

  @Test
  void callsThatEndedAreCompletedByOneJobWhateverTheirNumber() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    succeed(started(tick(false)).jobId());
    now = now.plus(Duration.ofMinutes(1));
    webhooks.ended(now);
    webhooks.ended(now.plus(Duration.ofMinutes(1)));

    now = now.plus(Duration.ofMinutes(4));
    Tick.Started both = started(tick(false));
    assertThat(both.datasets()).containsExactly(Dataset.JOURNAL, Dataset.CALLS);
    succeed(both.jobId());
    now = now.plus(Duration.ofMinutes(2));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
  }

  @Test
  void callsThatEndedAreCompletedWhenOtherBackgroundWorkMustWait() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    variables.put("PROVIDER_DAILY_LIMIT", "120");
    variables.put("PROVIDER_BUDGET_FLOORS", "sms=1,event=5,sync=20,backfill=25");
    succeed(started(tick(false)).jobId());
    webhooks.ended(now.plus(Duration.ofMinutes(1)));
    spend(100);

    now = now.plus(Duration.ofMinutes(20));
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.CALLS);

    spend(15);
    now = now.plus(Duration.ofMinutes(20));
    assertThat(tick(false)).isInstanceOf(Tick.Postponed.class);
  }

  @Test
  void whileWebhooksAreSilentTheJournalIsPulledEveryTwoMinutes() {
    Instant call = pulledACallOfWhichNoWebhookTold();

    now = now.plus(Duration.ofMinutes(2));
    Tick.Started journal = started(tick(false));
    assertThat(journal.datasets()).containsExactly(Dataset.JOURNAL);
    succeed(journal.jobId());

    webhooks.heard(call.plusSeconds(10));
    now = now.plus(Duration.ofMinutes(2));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
  }

  @Test
  void theLogSaysOfEachTickThatWebhooksAreSilentAndOfNoOther() {
    Instant call = pulledACallOfWhichNoWebhookTold();

    assertThat(lines(() -> tick(false))).contains("webhooks=\"silent\"");
    assertThat(lines(() -> tick(false))).contains("webhooks=\"silent\"");

    webhooks.heard(call.plusSeconds(10));
    assertThat(lines(() -> tick(false))).contains("schedule_tick=").doesNotContain("webhooks=");
  }

  @Test
  void detailsFollowOnlyWhereTheJournalBroughtSomething() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    succeed(started(tick(false)).jobId());
    now = now.plus(Duration.ofMinutes(15));
    Tick.Started journal = started(tick(false));
    assertThat(journal.datasets()).containsExactly(Dataset.JOURNAL);
    succeed(journal.jobId(), inserted(1));

    now = now.plus(Duration.ofMinutes(1));
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.CALLS);
  }

  /** When that call began; it is Monday morning in New York. */
  private Instant pulledACallOfWhichNoWebhookTold() {
    now = MONDAY_MORNING_IN_NEW_YORK;
    Instant call = now.minusSeconds(30);
    RunDetail told = new RunDetail(Map.of(), 1, List.of(), Optional.of(call), 0);
    end(
        started(tick(false)).jobId(),
        dataset -> DatasetRun.succeeded(dataset, inserted(1), List.of()).with(told));
    return call;
  }

  private static String lines(Runnable work) {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    Logger ours = (Logger) LoggerFactory.getLogger("callcentre");
    ours.addAppender(lines);
    try {
      work.run();
    } finally {
      ours.detachAppender(lines);
    }
    return lines.list.stream()
        .map(line -> String.valueOf(line.getKeyValuePairs()))
        .collect(Collectors.joining("\n"));
  }
}
