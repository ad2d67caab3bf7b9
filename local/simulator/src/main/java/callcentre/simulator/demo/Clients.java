package callcentre.simulator.demo;

import callcentre.simulator.history.Client;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A thousand made-up clients; some have a name, and their numbers exist in no network. */
final class Clients {

  private static final int[] AREAS = {201, 212, 347, 551, 646, 718, 732, 848, 908, 917};
  private static final String[] FIRST = {
    "Jordan", "Alex", "Robin", "Casey", "Morgan", "Riley", "Taylor", "Jamie", "Avery", "Quinn",
    "Rowan", "Skyler", "Parker", "Reese", "Hayden", "Emery", "Finley", "Blair", "Marlow", "Sage"
  };
  private static final String[] LAST = {
    "Blake", "Rivera", "Stone", "Whitfield", "Okafor", "Lindqvist", "Marsh", "Delgado", "Voss",
    "Hartley", "Castillo", "Brandt", "Novak", "Ferris", "Osei", "Tanaka", "Beaumont", "Kessler"
  };
  private static final String WIDGET = "Website widget";

  private Clients() {}

  /** Somebody with a number. */
  static Client somebody(RandomGenerator random) {
    // Regulars call more often than others.
    int place = (int) (Math.pow(random.nextDouble(), 1.6) * AREAS.length * 100);
    String number =
        String.format(
            Locale.ROOT, "+1%d55501%02d", AREAS[place % AREAS.length], place / AREAS.length);
    boolean named = place % 10 < 7;
    String name = FIRST[place % FIRST.length] + " " + LAST[place / 3 % LAST.length];
    return Client.ofNumber(number, named ? name : null);
  }

  /** Somebody who calls: a few hide their number, a few use the web site. */
  static Client caller(RandomGenerator random) {
    double kind = random.nextDouble();
    if (kind < 0.03) {
      return Client.anonymous();
    }
    return kind < 0.05 ? Client.widget(WIDGET) : somebody(random);
  }
}
