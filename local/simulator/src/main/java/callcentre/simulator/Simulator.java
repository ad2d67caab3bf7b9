package callcentre.simulator;

import callcentre.simulator.account.Account;
import callcentre.simulator.clock.SimulatorClock;
import callcentre.simulator.control.ControlApi;
import callcentre.simulator.families.PhoneNumbersFamily;
import callcentre.simulator.families.PingFamily;
import callcentre.simulator.families.ProfileFamily;
import callcentre.simulator.families.TeamFamily;
import callcentre.simulator.families.TokenFamily;
import callcentre.simulator.families.audio.AudioFamily;
import callcentre.simulator.families.calls.CallsFamily;
import callcentre.simulator.families.journal.CallerListsFamily;
import callcentre.simulator.families.journal.CommunicationsFamily;
import callcentre.simulator.families.journal.JournalChanges;
import callcentre.simulator.families.journal.JournalFamily;
import callcentre.simulator.families.messages.MessagesFamily;
import callcentre.simulator.families.voicemails.VoicemailsFamily;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultPlan;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.DaySource;
import callcentre.simulator.history.History;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.http.Request;
import callcentre.simulator.http.SimulatorServer;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Router;
import callcentre.simulator.settings.DemoRules;
import callcentre.simulator.settings.SimulatorSettings;
import callcentre.simulator.tokens.TokenStore;
import callcentre.simulator.traffic.RequestLog;
import callcentre.simulator.traffic.SendLog;
import callcentre.simulator.webhooks.Webhooks;
import callcentre.simulator.world.CallerLists;
import callcentre.simulator.world.Provider;
import callcentre.simulator.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A simulated MightyCall that serves real HTTP on the loopback address. It is scripted from outside
 * under {@code /_simulator} (see local/README.md) or through this class.
 */
public final class Simulator implements AutoCloseable {

  private final World world;
  private final SimulatorServer server;

  private Simulator(World world, SimulatorServer server) {
    this.world = world;
    this.server = server;
  }

  /** Starts a simulator with default settings on any free port. */
  public static Simulator start() {
    return start(SimulatorSettings.defaults(), 0);
  }

  /**
   * Starts a simulator.
   *
   * @param port 1 to 65535, or 0 for any free port
   * @throws java.io.UncheckedIOException when the port is taken; the message names it
   */
  public static Simulator start(SimulatorSettings settings, int port) {
    return start(settings, port, InstantSource.system());
  }

  /** Starts a simulator whose clock runs with {@code realTime} until it is moved. */
  public static Simulator start(SimulatorSettings settings, int port, InstantSource realTime) {
    World world = new World(settings, realTime);
    return new Simulator(world, SimulatorServer.start(port, handler(world)));
  }

  private static Function<Request, Outcome> handler(World world) {
    List<Family> families =
        List.of(
            new TokenFamily(world),
            new PingFamily(),
            new PhoneNumbersFamily(world.account()),
            new ProfileFamily(world.account()),
            new TeamFamily(world.account()),
            new CallsFamily(world),
            new VoicemailsFamily(world),
            new JournalFamily(world),
            new JournalChanges(world),
            new CallerListsFamily(world),
            new CommunicationsFamily(world),
            new AudioFamily(world),
            new MessagesFamily(world));
    Provider provider = new Provider(world, new Router(families));
    ControlApi.Handler control = ControlApi.of(world);
    return request ->
        ControlApi.owns(request.path()) ? control.answer(request) : provider.handle(request);
  }

  /** What stands in place of {@code https://api.mightycall.com}, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  /** The account's API key now. */
  public String apiKey() {
    return world.account().data().apiKey();
  }

  /**
   * What the first administrator signs in with now: a key, or an extension number where sign-in by
   * key is off.
   */
  public String adminSecret() {
    return world
        .secretOf(world.admin())
        .orElseThrow(() -> new IllegalStateException("The administrator has no extension"));
  }

  /** What the user with this extension signs in with now. */
  public String secretOf(String extension) {
    return world
        .account()
        .data()
        .user(user -> user.hasExtension(extension))
        .flatMap(world::secretOf)
        .orElseThrow(() -> new IllegalArgumentException("No user has the extension " + extension));
  }

  /** The account: numbers, users, keys. */
  public Account account() {
    return world.account();
  }

  /** The movable clock. */
  public SimulatorClock clock() {
    return world.clock();
  }

  /** The planned faults. */
  public FaultPlan faults() {
    return world.faults();
  }

  /** Plans a fault and returns it with its id. */
  public Fault add(Fault fault) {
    return world.faults().add(fault);
  }

  /** Calls, voicemails and messages, and what is noted of them. */
  public History history() {
    return world.history();
  }

  /** Puts a call into the history and returns it with its ids. */
  public PhoneCall add(CallDraft draft) {
    PhoneCall call = draft.build(world.account().data(), world.identifiers());
    world.history().add(List.of(call));
    return call;
  }

  /** Puts a message into the history and returns it with its ids. */
  public TextMessage add(MessageDraft draft) {
    TextMessage message = draft.build(world.account().data(), world.identifiers());
    world.history().add(List.of(message));
    return message;
  }

  /** Adds the history of a made-up centre that reaches to now and, if it lives, on. */
  public void addDemo(DemoRules rules) {
    if (!world.addDemo(rules)) {
      throw new IllegalStateException("The account needs a number and two people with extensions");
    }
  }

  /** Adds days that are made when they are asked for. */
  public void add(DaySource days) {
    world.history().add(days);
  }

  /** Which callers are blocked and which are important. */
  public CallerLists callerLists() {
    return world.callerLists();
  }

  /** Makes all links to recordings given out until now expire. */
  public void expireLinks() {
    world.audioLinks().expireAll();
  }

  /** The URLs that are told what happens in calls. */
  public Webhooks webhooks() {
    return world.webhooks();
  }

  /** What the provider was asked. */
  public RequestLog requests() {
    return world.requests();
  }

  /** The requests to send messages, those included that a fault befell. */
  public SendLog sends() {
    return world.sends();
  }

  /** How many requests count against the account's daily limit now. */
  public int budgetUsed() {
    return world.budget().used(apiKey(), settings().budget());
  }

  /** The tokens given out. */
  public TokenStore tokens() {
    return world.tokens();
  }

  /** The present switches. */
  public SimulatorSettings settings() {
    return world.settings();
  }

  /** Changes the switches at once, for all that follows; the seed stays what it was. */
  public void change(UnaryOperator<SimulatorSettings> change) {
    world.change(change);
  }

  /** Everything as it was at the start: account, keys, settings, clock, faults, counters. */
  public void reset() {
    world.reset();
  }

  /** Stops at once; requests under way lose their connection. */
  @Override
  public void close() {
    world.webhooks().close();
    server.close();
  }
}
