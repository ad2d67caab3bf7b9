package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The first calls that a newcomer sees: a few seconds after somebody listens for the first time,
 * whatever the time of day.
 */
public final class Opening {

  private static final long OTHER = 0x5EED_0A11_4EA7_0002L;

  /** A call of the opening. */
  private record Scene(Duration after, Plot plot) {}

  private static final List<Scene> SCENES =
      List.of(
          new Scene(Duration.ofSeconds(2), Plot.ANSWERED),
          new Scene(Duration.ofSeconds(5), Plot.CALLED_OUT),
          new Scene(Duration.ofSeconds(12), Plot.GROUP_ANSWERED),
          new Scene(Duration.ofSeconds(25), Plot.MISSED),
          new Scene(Duration.ofSeconds(45), Plot.SECOND_ANSWERED),
          new Scene(Duration.ofSeconds(80), Plot.TRANSFERRED),
          new Scene(Duration.ofSeconds(110), Plot.INTERNAL));

  private Opening() {}

  /**
   * The calls in the order of their beginning.
   *
   * @param account whose people take them; none when it has too few
   * @param listening from when on somebody is told of calls
   */
  public static List<PhoneCall> of(AccountData account, long seed, Instant listening) {
    List<PhoneCall> calls = new ArrayList<>();
    Staff.of(account)
        .ifPresent(
            staff -> {
              LocalDate day = LocalDate.ofInstant(listening, ZoneOffset.UTC);
              // Another start of the same day makes other calls, so it needs other ids.
              long own = seed ^ OTHER ^ DayIds.mixed(listening.getEpochSecond());
              DayRandom of = new DayRandom(day, own, new DayIds(own));
              CallMaker maker = new CallMaker(account, staff, of);
              for (Scene scene : SCENES) {
                calls.add(maker.call(listening.plus(scene.after()), scene.plot()));
              }
            });
    return List.copyOf(calls);
  }
}
