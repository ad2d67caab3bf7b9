package callcentre.runner.events;

import java.util.Optional;

/**
 * A declared schedule of a function.
 *
 * @param input the event's JSON text as declared; absent: EventBridge's own event
 * @param source {@code aws.scheduler} for ScheduleV2, {@code aws.events} for Schedule
 */
public record Schedule(
    String name,
    String function,
    AwsSchedule expression,
    boolean enabled,
    Optional<String> input,
    String source) {}
