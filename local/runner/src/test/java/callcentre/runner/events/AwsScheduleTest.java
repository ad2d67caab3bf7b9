package callcentre.runner.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute),60",
    "rate(10 minutes),600",
    "rate(1 hour),3600",
    "rate(2 days),172800"
  })
  void aRateFiresOnceAPeriod(String text, long seconds) {
    Instant start = Instant.parse("2026-11-21T08:00:30Z");

    assertThat(AwsSchedule.parse(text, ZoneOffset.UTC).next(start))
        .contains(start.plus(Duration.ofSeconds(seconds)));
  }

  // 2026-11-21 is a Saturday.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(30 7 * * ? *)        | 2026-11-21T07:29:59Z | 2026-11-21T07:30:00Z",
        "cron(30 7 * * ? *)        | 2026-11-21T07:30:00Z | 2026-11-22T07:30:00Z",
        "cron(0/15 * * * ? *)      | 2026-11-21T08:16:00Z | 2026-11-21T08:30:00Z",
        "cron(0/15 * * * ? *)      | 2026-11-21T08:46:00Z | 2026-11-21T09:00:00Z",
        "cron(0 8-17 ? * MON-FRI *)| 2026-11-21T08:00:00Z | 2026-11-23T08:00:00Z",
        "cron(0 9 ? * 1 *)         | 2026-11-21T08:00:00Z | 2026-11-22T09:00:00Z",
        "cron(0 9 ? * SAT,SUN *)   | 2026-11-21T09:00:00Z | 2026-11-22T09:00:00Z",
        "cron(0 9 ? * FRI-SUN *)   | 2026-11-23T00:00:00Z | 2026-11-27T09:00:00Z",
        "cron(0 9 L * ? *)         | 2027-02-01T00:00:00Z | 2027-02-28T09:00:00Z",
        "cron(0 9 ? * 6L *)        | 2026-11-21T00:00:00Z | 2026-11-27T09:00:00Z",
        "cron(0 9 ? * 2#1 *)       | 2026-11-21T00:00:00Z | 2026-12-07T09:00:00Z",
        "cron(0 9 1W * ? *)        | 2027-05-01T00:00:00Z | 2027-05-03T09:00:00Z",
        "cron(0 9 15W * ? *)       | 2026-11-01T00:00:00Z | 2026-11-16T09:00:00Z",
        "cron(0 9 31 * ? *)        | 2026-11-21T00:00:00Z | 2026-12-31T09:00:00Z",
        "cron(0 0 29 2 ? *)        | 2026-11-21T00:00:00Z | 2028-02-29T00:00:00Z",
        "cron(0 0 1 JAN ? 2030)    | 2026-11-21T00:00:00Z | 2030-01-01T00:00:00Z"
      })
  void aCronExpressionFiresAtItsNextMinute(String text, Instant previous, Instant next) {
    assertThat(AwsSchedule.parse(text, ZoneOffset.UTC).next(previous)).contains(next);
  }

  @Test
  void aZoneMovesTheHourWithSummerTime() {
    AwsSchedule schedule = AwsSchedule.parse("cron(0 9 * * ? *)", ZoneId.of("America/New_York"));

    assertThat(schedule.next(Instant.parse("2026-10-31T12:00:00Z")))
        .contains(Instant.parse("2026-10-31T13:00:00Z"));
    assertThat(schedule.next(Instant.parse("2026-11-01T12:00:00Z")))
        .contains(Instant.parse("2026-11-01T14:00:00Z"));
  }

  @Test
  void aTimeThatSummerTimeSkipsDoesNotFireThatDay() {
    AwsSchedule schedule = AwsSchedule.parse("cron(30 2 * * ? *)", ZoneId.of("America/New_York"));

    // On 2027-03-14 the clocks go from 02:00 to 03:00.
    assertThat(schedule.next(Instant.parse("2027-03-14T05:00:00Z")))
        .contains(Instant.parse("2027-03-15T06:30:00Z"));
  }

  @Test
  void aYearThatIsOverNeverFiresAgain() {
    assertThat(
            AwsSchedule.parse("cron(0 0 1 1 ? 2020)", ZoneOffset.UTC)
                .next(Instant.parse("2026-11-21T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void atFiresOnce() {
    AwsSchedule schedule = AwsSchedule.parse("at(2026-12-24T18:00:00)", ZoneOffset.UTC);
    Instant time = Instant.parse("2026-12-24T18:00:00Z");

    assertThat(schedule.next(time.minusSeconds(1))).contains(time);
    assertThat(schedule.next(time)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every 5 minutes",
        "rate(1 minutes)",
        "rate(5 minute)",
        "rate(0 minutes)",
        "rate(5 weeks)",
        "cron(0 9 * * *)",
        "cron(0 9 * * * *)",
        "cron(0 9 ? * ? *)",
        "cron(60 9 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 9 0 * ? *)",
        "cron(0 9 ? * 8 *)",
        "cron(0 9 ? * 2#6 *)",
        "cron(0/0 9 * * ? *)",
        "cron(0 9 * 13 ? *)"
      })
  void whatEventBridgeRefusesIsRefused(String text) {
    assertThatThrownBy(() -> AwsSchedule.parse(text, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
