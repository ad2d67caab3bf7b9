package callcentre.runner.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.runner.process.Outcome;
import callcentre.runner.sample.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant PLANNED = Instant.parse("2026-11-21T08:00:00Z");

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Outcome outcome = new Outcome.Answer(new byte[0]);

  @Test
  void anEnabledScheduleInvokesItsFunctionAgainAndAgain() throws Exception {
    Schedule schedule =
        new Schedule(
            "due",
            "worker",
            new AwsSchedule.Rate(Duration.ofMillis(20)),
            true,
            Optional.of("{\"full\":false}"),
            "aws.scheduler");

    try (Scheduler scheduler = scheduler(List.of(schedule), InstantSource.system())) {
      assertThat(scheduler).isNotNull();
      assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo("{\"full\":false}");
      assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo("{\"full\":false}");
    }
  }

  @Test
  void aDisabledScheduleIsNeverPlanned() throws Exception {
    Schedule off = schedule(false, Optional.of("\"off\""), "aws.scheduler");
    Schedule on =
        new Schedule(
            "on",
            "worker",
            new AwsSchedule.Rate(Duration.ofMillis(20)),
            true,
            Optional.of("\"on\""),
            "aws.scheduler");

    try (Scheduler scheduler = scheduler(List.of(off, on), InstantSource.system())) {
      assertThat(scheduler).isNotNull();
      for (int i = 0; i < 5; i++) {
        assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo("\"on\"");
      }
    }
  }

  @Test
  void theInputKnowsItsScheduledTime() throws Exception {
    Schedule schedule =
        schedule(true, Optional.of("{\"at\":\"<aws.scheduler.scheduled-time>\"}"), "aws.scheduler");

    fire(schedule);

    assertThat(events.take()).isEqualTo("{\"at\":\"2026-11-21T08:00:00Z\"}");
  }

  @Test
  void withoutInputTheEventIsEventBridges() throws Exception {
    fire(schedule(true, Optional.empty(), "aws.scheduler"));
    JsonNode second = JSON.readTree(events.take());
    fire(schedule(true, Optional.empty(), "aws.events"));
    JsonNode first = JSON.readTree(events.take());

    assertThat(second.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(second.path("detail").asText()).isEqualTo("{}");
    assertThat(second.path("time").asText()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(first.path("detail").isObject()).isTrue();
    assertThat(first.path("detail-type").asText()).isEqualTo("Scheduled Event");
  }

  @Test
  void aFailedRunIsTold() {
    outcome = new Outcome.Failure("Unhandled", "it broke");

    fire(schedule(true, Optional.empty(), "aws.scheduler"));

    assertThat(complaints).containsExactly("Schedule due failed: Unhandled: it broke");
  }

  private void fire(Schedule schedule) {
    try (Scheduler scheduler = scheduler(List.of(), new MovableClock(PLANNED))) {
      scheduler.fire(schedule, PLANNED);
    }
  }

  private Scheduler scheduler(List<Schedule> schedules, InstantSource clock) {
    return new Scheduler(
        schedules,
        (function, event) -> {
          events.add(new String(event, StandardCharsets.UTF_8));
          return outcome;
        },
        clock,
        complaints::add);
  }

  private static Schedule schedule(boolean enabled, Optional<String> input, String source) {
    return new Schedule(
        "due", "worker", new AwsSchedule.Rate(Duration.ofMillis(1)), enabled, input, source);
  }
}
