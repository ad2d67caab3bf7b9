package callcentre.simulator.world;

import callcentre.simulator.account.Account;
import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.DemoAccount;
import callcentre.simulator.account.Identifiers;
import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserRole;
import callcentre.simulator.clock.SimulatorClock;
import callcentre.simulator.demo.AfterHours;
import callcentre.simulator.demo.DemoDays;
import callcentre.simulator.demo.Opening;
import callcentre.simulator.faults.FaultPlan;
import callcentre.simulator.history.History;
import callcentre.simulator.recordings.AudioLinks;
import callcentre.simulator.settings.DemoRules;
import callcentre.simulator.settings.SimulatorSettings;
import callcentre.simulator.tokens.TokenStore;
import callcentre.simulator.traffic.DailyCounter;
import callcentre.simulator.traffic.RequestLog;
import callcentre.simulator.traffic.SendLog;
import callcentre.simulator.webhooks.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything a simulator knows: one account with its tokens and counters, clock and faults. */
public final class World {

  private final SimulatorSettings initialSettings;
  private volatile SimulatorSettings settings;
  private volatile Identifiers identifiers;
  private final SimulatorClock clock;
  private final Account account;
  private final TokenStore tokens;
  private final FaultPlan faults = new FaultPlan();
  private final RequestLog requests;
  private final SendLog sends;
  private final DailyCounter budget;
  private final History history = new History();
  private final CallerLists callerLists = new CallerLists();
  private final AudioLinks audioLinks;
  private final Webhooks webhooks;
  private volatile boolean openingIsDue;

  /** A world with the demo account, grown from the seed of {@code settings}. */
  public World(SimulatorSettings settings, InstantSource realTime) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    initialSettings = settings;
    this.settings = settings;
    clock = new SimulatorClock(realTime);
    identifiers = new Identifiers(random.split());
    account = new Account(DemoAccount.create(settings.hostKind(), identifiers));
    tokens = new TokenStore(clock, random.split());
    requests = new RequestLog(clock);
    sends = new SendLog(clock);
    budget = new DailyCounter(clock);
    audioLinks = new AudioLinks(clock, settings.seed(), () -> settings().audio());
    webhooks = new Webhooks(clock, account, history, settings.seed(), this::open);
    addDemo(settings.demo());
  }

  /** Everything as it was at the start, keys and coming tokens included. */
  public synchronized void reset() {
    SplittableRandom random = new SplittableRandom(initialSettings.seed());
    settings = initialSettings;
    clock.reset();
    identifiers = new Identifiers(random.split());
    account.replace(DemoAccount.create(initialSettings.hostKind(), identifiers));
    tokens.reset(random.split());
    faults.clear();
    requests.clear();
    sends.clear();
    budget.reset();
    history.clear();
    openingIsDue = false;
    callerLists.clear();
    audioLinks.reset();
    webhooks.reset(initialSettings.seed());
    addDemo(initialSettings.demo());
  }

  /** Adds the history of a made-up centre that reaches to now; false when nobody could have one. */
  public boolean addDemo(DemoRules rules) {
    Optional<DemoDays> days =
        DemoDays.of(rules, account.data(), initialSettings.seed(), clock.instant());
    days.ifPresent(history::add);
    AfterHours.of(rules, account.data(), initialSettings.seed(), clock.instant())
        .ifPresent(history::add);
    openingIsDue = days.isPresent() && rules.living();
    return days.isPresent();
  }

  /** A centre that lives gives whoever listens first something to hear. */
  private synchronized void open(Instant listening) {
    if (openingIsDue) {
      openingIsDue = false;
      history.add(Opening.of(account.data(), initialSettings.seed(), listening));
    }
  }

  public SimulatorSettings settings() {
    return settings;
  }

  /** Changes the switches; the seed stays what it was. */
  public synchronized void change(UnaryOperator<SimulatorSettings> change) {
    settings = change.apply(settings).withSeed(initialSettings.seed());
  }

  public SimulatorClock clock() {
    return clock;
  }

  public Account account() {
    return account;
  }

  public TokenStore tokens() {
    return tokens;
  }

  public FaultPlan faults() {
    return faults;
  }

  public RequestLog requests() {
    return requests;
  }

  /** The requests to send messages. */
  public SendLog sends() {
    return sends;
  }

  public DailyCounter budget() {
    return budget;
  }

  /** The label of a business number; null for one without a label or of no account. */
  public @Nullable String labelOf(String businessNumber) {
    return account.data().numbers().stream()
        .filter(number -> number.number().equals(businessNumber))
        .map(PhoneNumber::label)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Calls, voicemails and messages. */
  public History history() {
    return history;
  }

  /** Which callers are blocked and which are important. */
  public CallerLists callerLists() {
    return callerLists;
  }

  /** Links to recordings. */
  public AudioLinks audioLinks() {
    return audioLinks;
  }

  /** The URLs that are told what happens in calls. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Where new ids and keys come from. */
  public Identifiers identifiers() {
    return identifiers;
  }

  /** The user who signs in with this secret under the present settings. */
  public Optional<TeamUser> userOfSecret(String secret) {
    return account.data().user(user -> secretOf(user).filter(secret::equals).isPresent());
  }

  /** What this user signs in with under the present settings; empty for one who cannot. */
  public Optional<String> secretOf(TeamUser user) {
    return Optional.ofNullable(settings.extensionIsSecret() ? user.extension() : user.userKey());
  }

  /**
   * The first administrator.
   *
   * @throws IllegalStateException when the account's users were replaced and none is one
   */
  public TeamUser admin() {
    AccountData data = account.data();
    return data.user(user -> user.role() == UserRole.ADMIN)
        .orElseThrow(() -> new IllegalStateException("The account has no administrator now"));
  }
}
