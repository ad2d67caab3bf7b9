package callcentre.benchmarks.live;

import callcentre.benchmarks.live.Journeys.Journey;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The tables of the measurement, in Markdown. */
final class Report {

  private final StringBuilder whole =
      new StringBuilder(
          "| clients | webhooks | events shown | posted in s | messages | p50 ms | p99 ms | slowest"
              + " ms | missing |\n|---|---|---|---|---|---|---|---|---|\n");
  private final StringBuilder parts =
      new StringBuilder(
          "| clients | webhooks | answered, p50 / p99 ms | at live-publisher, p50 / p99 ms | from"
              + " there to the client, p50 / p99 ms |\n|---|---|---|---|---|\n");

  void add(int clients, String webhooks, Journeys journeys) {
    whole.append(
        String.format(
            Locale.ROOT,
            "| %d | %s | %d | %.0f | %d | %.0f | %.0f | %.0f | %d |%n",
            clients,
            webhooks,
            journeys.posts().size(),
            journeys.seconds(),
            journeys.all().size(),
            journeys.millis(Journey::whole, 0.5),
            journeys.millis(Journey::whole, 0.99),
            journeys.millis(Journey::whole, 1),
            journeys.missing()));
    parts.append(
        String.format(
            Locale.ROOT,
            "| %d | %s | %s | %s | %s |%n",
            clients,
            webhooks,
            halfAndMost(journeys, Journey::answered),
            halfAndMost(journeys, Journey::published),
            halfAndMost(journeys, Journey::sent)));
  }

  private static String halfAndMost(Journeys journeys, ToLongFunction<Journey> part) {
    return String.format(
        Locale.ROOT, "%.0f / %.0f", journeys.millis(part, 0.5), journeys.millis(part, 0.99));
  }

  String text() {
    return whole + "\n" + parts;
  }
}
