package callcentre.runner.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schedule expression of EventBridge: {@code rate(…)}, {@code cron(…)} or {@code at(…)}. */
public sealed interface AwsSchedule {

  /** When it fires next, after {@code previous} and never at it; empty: never again. */
  Optional<Instant> next(Instant previous);

  /** Every so often, counted from the last time. */
  record Rate(Duration period) implements AwsSchedule {
    @Override
    public Optional<Instant> next(Instant previous) {
      return Optional.of(previous.plus(period));
    }
  }

  /** At the minutes of a cron expression in a zone. */
  record Cron(CronExpression expression, ZoneId zone) implements AwsSchedule {
    @Override
    public Optional<Instant> next(Instant previous) {
      return expression.next(previous, zone);
    }
  }

  /** Once. */
  record At(Instant instant) implements AwsSchedule {
    @Override
    public Optional<Instant> next(Instant previous) {
      return previous.isBefore(instant) ? Optional.of(instant) : Optional.empty();
    }
  }

  Pattern FORM = Pattern.compile("(rate|cron|at)\\((.+)\\)");
  Pattern RATE = Pattern.compile("(\\d+) (minute|hour|day)(s?)");

  /**
   * @param zone the declared {@code ScheduleExpressionTimezone}; UTC if there is none
   * @throws IllegalArgumentException for what EventBridge would refuse
   */
  static AwsSchedule parse(String text, ZoneId zone) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("A schedule is rate(…), cron(…) or at(…), not " + text);
    }
    String inner = form.group(2).strip();
    return switch (form.group(1)) {
      case "rate" -> rate(inner);
      case "cron" -> new Cron(CronExpression.parse(inner), zone);
      default -> new At(LocalDateTime.parse(inner).atZone(zone).toInstant());
    };
  }

  private static Rate rate(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalArgumentException("A rate is rate(5 minutes), not rate(" + text + ")");
    }
    int value = Integer.parseInt(rate.group(1));
    // EventBridge insists on the grammar: 1 minute, 5 minutes.
    if (value < 1 || (value == 1) != rate.group(3).isEmpty()) {
      throw new IllegalArgumentException(
          "rate(" + text + "): a value of 1 takes the singular, a greater one the plural");
    }
    return new Rate(
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(value);
          case "hour" -> Duration.ofHours(value);
          default -> Duration.ofDays(value);
        });
  }
}
