package callcentre.runner.events;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Fires the enabled schedules; two firings of one schedule may overlap, as they may at AWS. */
public final class Scheduler implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
  private final Invoker functions;
  private final InstantSource clock;
  private final Consumer<String> complaints;

  /**
   * @param complaints told when a scheduled run failed
   */
  public Scheduler(
      Collection<Schedule> schedules,
      Invoker functions,
      InstantSource clock,
      Consumer<String> complaints) {
    this.functions = functions;
    this.clock = clock;
    this.complaints = complaints;
    schedules.stream()
        .filter(Schedule::enabled)
        .forEach(schedule -> plan(schedule, schedule.expression().next(clock.instant())));
  }

  private void plan(Schedule schedule, Optional<Instant> next) {
    next.ifPresent(
        instant -> {
          Duration wait = Duration.between(clock.instant(), instant);
          // Long waits are taken in pieces: a machine that slept keeps to the wall clock.
          Duration piece = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
          ScheduledFuture<?> unused =
              timer.schedule(
                  () -> due(schedule, instant),
                  Math.max(0, piece.toMillis()),
                  TimeUnit.MILLISECONDS);
        });
  }

  private void due(Schedule schedule, Instant planned) {
    if (clock.instant().isBefore(planned)) {
      plan(schedule, Optional.of(planned));
      return;
    }
    Future<?> unused = runs.submit(() -> fire(schedule, planned));
    plan(schedule, schedule.expression().next(planned));
  }

  /** Runs a schedule's function once, as if it were due at {@code planned}. */
  Outcome fire(Schedule schedule, Instant planned) {
    Outcome outcome = functions.invoke(schedule.function(), ScheduleEvent.of(schedule, planned));
    switch (outcome) {
      case Outcome.Answer ignored -> {}
      case Outcome.Failure(String type, String message) ->
          complaints.accept("Schedule " + schedule.name() + " failed: " + type + ": " + message);
      case Outcome.Throttled() ->
          complaints.accept("Schedule " + schedule.name() + " was throttled");
    }
    return outcome;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    runs.shutdown();
  }
}
