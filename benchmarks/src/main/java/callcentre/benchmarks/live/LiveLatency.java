package callcentre.benchmarks.live;

import callcentre.runner.cli.Console;
import callcentre.runner.streams.StreamMappings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the moment a webhook is posted until connected clients have the message that shows its
 * event, with everything between that {@code ./run} starts.
 */
public final class LiveLatency {

  private static final int WARM_UP_CALLS = 5;
  private static final int WARM_UP_SECONDS = 5;
  private static final int EVENTS_A_SECOND = 20;
  private static final String PARALLEL = "16";

  private final MeasuredSystem system;
  private final Http api;
  private final Ledger ledger;
  private final Load load;
  private final Console console;
  private final Report report = new Report();

  private LiveLatency(MeasuredSystem system, Http api, Ledger ledger, Load load, Console console) {
    this.system = system;
    this.api = api;
    this.ledger = ledger;
    this.load = load;
    this.console = console;
  }

  /**
   * @param arguments calls one at a time, seconds of the steady load, clients of the second half
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // As ./run does: else every small answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int calls = Integer.parseInt(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    int clients = Integer.parseInt(arguments[2]);
    Console console = new Console(System.err, System.err);
    Ledger ledger = new Ledger();
    try (MeasuredSystem system = MeasuredSystem.start(console);
        Relay relay =
            new Relay(URI.create(system.facts().webhookAddress()), ledger, InstantSource.system());
        Http control = system.control();
        Http api = new Http(system.facts().address())) {
      Load load = new Load(control, ledger);
      LiveLatency latency = new LiveLatency(system, api, ledger, load, console);
      latency.warmUp(relay, control);
      double before = loadAverage();
      latency.measure(1, calls, seconds);
      latency.measure(clients, calls, seconds);
      latency.print(before);
      system.succeeded();
    }
    // The embedded services keep threads that are not daemons.
    System.exit(0);
  }

  /** Starts the functions, the first before the provider tries the address: it waits 8 s only. */
  private void warmUp(Relay relay, Http control) throws IOException, InterruptedException {
    try (Http receiver = new Http(relay.address())) {
      receiver.send("POST", "", "");
    }
    control.send(
        "POST",
        "/webhooks",
        "{\"url\": \"" + relay.address() + "\", \"parallel\": " + PARALLEL + "}");
    List<Listener> listeners = connect(1);
    load.oneAtATime(WARM_UP_CALLS, 1);
    load.steadily(EVENTS_A_SECOND, WARM_UP_SECONDS, 1);
    listeners.forEach(Listener::close);
    console.step("Every function has been used");
  }

  private void measure(int clients, int calls, int seconds)
      throws IOException, InterruptedException {
    List<Listener> listeners = connect(clients);
    console.step(clients + " clients are connected");
    List<String> single = load.oneAtATime(calls, clients);
    report.add(clients, "one at a time", ledger.journeys(single, listeners));
    console.step(calls + " calls, one at a time, are over");
    List<String> steady = load.steadily(EVENTS_A_SECOND, seconds, clients);
    report.add(clients, EVENTS_A_SECOND + " events a second", ledger.journeys(steady, listeners));
    console.step(steady.size() + " calls side by side are over");
    listeners.forEach(Listener::close);
  }

  /** Administrators who hear everything and owners of the called number, by turns. */
  private List<Listener> connect(int clients) throws IOException, InterruptedException {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      boolean administrator = i % 2 == 0;
      listeners.add(
          Listener.connect(
              api,
              system.token(administrator ? "platform_admin" : "org_admin"),
              administrator ? "all" : "org:genx",
              ledger));
    }
    return listeners;
  }

  private void print(double loadBefore) {
    System.out.printf(
        Locale.ROOT,
        "%d processors; load %.1f before and %.1f after. Two streams are on the way, each looked at"
            + " every %d ms.%n%n%s",
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        loadAverage(),
        StreamMappings.BETWEEN_LOOKS.toMillis(),
        report.text());
  }

  private static double loadAverage() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return machine.getSystemLoadAverage();
  }
}
