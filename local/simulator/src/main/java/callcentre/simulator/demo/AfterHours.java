package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.DaySource;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.DemoRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few calls an hour at night and on weekends, when somebody has standby duty. Like the centre's
 * other days they follow from the seed alone, so a centre that is started again has the same past.
 */
public final class AfterHours implements DaySource {

  /** Calls in an hour in which the desks are empty. */
  private static final int CALLS_PER_HOUR = 2;

  private static final Duration SHARE = Duration.ofHours(1).dividedBy(CALLS_PER_HOUR);

  /** Other calls than those of {@link DemoDays} of the same day. */
  private static final long OTHER = 0x5EED_0A11_4EA7_0001L;

  private final AccountData account;
  private final Staff staff;
  private final long seed;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final Hours hours = new Hours(DemoDays.ZONE);
  private final DayIds ids;

  private AfterHours(
      AccountData account, Staff staff, long seed, LocalDate firstDay, LocalDate lastDay) {
    this.account = account;
    this.staff = staff;
    this.seed = seed;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    ids = new DayIds(seed);
  }

  /** The nights and weekends of the days of a centre; empty when the account cannot have one. */
  public static Optional<AfterHours> of(
      DemoRules rules, AccountData account, long seed, Instant start) {
    return DemoDays.of(rules, account, seed, start)
        .flatMap(
            days ->
                Staff.of(account)
                    .map(
                        staff ->
                            new AfterHours(
                                account, staff, seed ^ OTHER, days.firstDay(), days.lastDay())));
  }

  @Override
  public LocalDate firstDay() {
    return firstDay;
  }

  @Override
  public LocalDate lastDay() {
    return lastDay;
  }

  @Override
  public Optional<LocalDate> dayOf(String id) {
    return ids.dayOf(id);
  }

  @Override
  public List<Conversation> on(LocalDate day) {
    DayRandom of = new DayRandom(day, seed, ids);
    CallMaker maker = new CallMaker(account, staff, of);
    List<Conversation> calls = new ArrayList<>();
    for (int part = 0; part < 24 * CALLS_PER_HOUR; part++) {
      Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(SHARE.multipliedBy(part));
      if (!hours.open(begin)) {
        Instant at = begin.plusMillis(of.random().nextLong(SHARE.toMillis()));
        calls.add(call(maker, at, of.random().nextInt(10)));
      }
    }
    return List.copyOf(calls);
  }

  private static PhoneCall call(CallMaker maker, Instant at, int place) {
    return switch (place) {
      case 0, 1, 2, 3, 4 -> maker.call(at, Plot.ANSWERED);
      case 5 -> maker.call(at, Plot.SECOND_ANSWERED);
      case 6, 7 -> maker.call(at, Plot.MISSED);
      case 8 -> maker.call(at, Plot.DROPPED);
      default -> maker.voicemail(at);
    };
  }
}
