package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.DaySource;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.settings.DemoRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The days of a made-up centre. */
public final class DemoDays implements DaySource {

  /** Where the centre's business is done. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final double TWICE = 0.004;
  private static final Comparator<Conversation> BY_TIME =
      Comparator.comparing(Conversation::at).thenComparing(Conversation::requestId);

  private final AccountData account;
  private final Staff staff;
  private final long seed;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final Volume volume;
  private final Hours hours = new Hours(ZONE);
  private final DayIds ids;

  private DemoDays(
      AccountData account,
      Staff staff,
      long seed,
      LocalDate firstDay,
      LocalDate lastDay,
      Volume volume) {
    this.account = account;
    this.staff = staff;
    this.seed = seed;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.volume = volume;
    ids = new DayIds(seed);
  }

  /** The history that a simulator starts with; empty when the account cannot have one. */
  public static Optional<DemoDays> of(
      DemoRules rules, AccountData account, long seed, Instant start) {
    LocalDate today = LocalDate.ofInstant(start, ZoneOffset.UTC);
    Hours hours = new Hours(ZONE);
    return Staff.of(account)
        .filter(staff -> rules.months() > 0)
        .map(
            staff ->
                new DemoDays(
                    account,
                    staff,
                    seed,
                    today.minusMonths(rules.months()),
                    rules.living() ? LocalDate.MAX : today.minusDays(1),
                    new Volume.Lively(rules.callsPerDay(), hours)));
  }

  /**
   * Days with exactly so much each, for measurements; empty when the account cannot have any.
   *
   * @param days 1 or more
   * @param voicemails how many of the calls leave one
   */
  public static Optional<DemoDays> exactly(
      AccountData account,
      long seed,
      LocalDate firstDay,
      int days,
      int calls,
      int voicemails,
      int messages) {
    Volume volume = new Volume.Exact(new Volume.OfDay(calls, voicemails, messages));
    LocalDate lastDay = firstDay.plusDays(days - 1L);
    return Staff.of(account)
        .map(staff -> new DemoDays(account, staff, seed, firstDay, lastDay, volume));
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
    Volume.OfDay volumeOfDay = volume.on(day, of.random());
    List<Conversation> conversations = new ArrayList<>();
    calls(day, volumeOfDay, of, conversations);
    messages(day, volumeOfDay.messages(), of, conversations);
    conversations.sort(BY_TIME);
    return List.copyOf(conversations);
  }

  private void calls(
      LocalDate day, Volume.OfDay volumeOfDay, DayRandom of, List<Conversation> conversations) {
    CallMaker maker = new CallMaker(account, staff, of);
    RandomGenerator random = of.random();
    double[] weights = hours.weights(day);
    Instant end = end(day);
    for (int i = 0; i < volumeOfDay.voicemails(); i++) {
      conversations.add(maker.voicemail(hours.draw(day, weights, random)));
    }
    while (conversations.size() < volumeOfDay.calls()) {
      Instant at = hours.draw(day, weights, random);
      boolean open = hours.open(at);
      PhoneCall call = maker.call(at, open ? Plot.draw(random) : Plot.drawClosed(random));
      conversations.add(call);
      boolean twice = random.nextDouble() < TWICE && call.businessNumber() != null;
      if (twice && conversations.size() < volumeOfDay.calls()) {
        PhoneCall second = maker.again(call);
        if (second.at().isBefore(end)) {
          conversations.add(second);
        }
      }
    }
  }

  private void messages(LocalDate day, int count, DayRandom of, List<Conversation> conversations) {
    if (staff.texting().isEmpty()) {
      return;
    }
    ThreadMaker maker = new ThreadMaker(account, staff, of);
    double[] weights = hours.weights(day);
    int missing = count;
    while (missing > 0) {
      Instant begin = hours.draw(day, weights, of.random());
      List<? extends Conversation> thread = maker.thread(begin, missing, end(day));
      conversations.addAll(thread);
      missing -= thread.size();
    }
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
