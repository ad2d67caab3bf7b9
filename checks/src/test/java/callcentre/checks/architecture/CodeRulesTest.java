package callcentre.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rules about the code that no compiler checks. */
class CodeRulesTest {

  /** What reads the machine's clock by itself, so that a test could not repeat it. */
  private static final Map<String, Set<String>> CLOCKS =
      Map.of(
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.OffsetDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.lang.System", Set.of("currentTimeMillis"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
          "java.time.InstantSource", Set.of("system"));

  /** What throws dice by itself. */
  private static final Map<String, Set<String>> DICE =
      Map.of(
          "java.lang.Math", Set.of("random"),
          "java.util.Random", Set.of("<init>"),
          "java.security.SecureRandom", Set.of("<init>"),
          "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
          "java.util.random.RandomGenerator", Set.of("getDefault", "of"),
          "java.util.UUID", Set.of("randomUUID"));

  private static final Map<String, Set<String>> SLEEP = Map.of("java.lang.Thread", Set.of("sleep"));

  /** Who hands real clocks and dice to the rest, each with the reason why it is the one. */
  private static final Map<String, String> COMPOSITION_ROOTS =
      Map.ofEntries(
          Map.entry("callcentre.api.router.ApiBeans", "the beans of every function of the API"),
          Map.entry(
              "callcentre.functions.authorizer.AuthorizerHandler", "an event function's parts"),
          Map.entry(
              "callcentre.functions.scheduledsync.ScheduledSyncHandler",
              "an event function's parts"),
          Map.entry(
              "callcentre.functions.syncworker.SyncWorkerHandler", "an event function's parts"),
          Map.entry(
              "callcentre.functions.callprojector.CallProjectorHandler",
              "an event function's parts"),
          Map.entry(
              "callcentre.functions.livepublisher.LivePublisherHandler",
              "an event function's parts"),
          Map.entry(
              "callcentre.functions.webhookreceiver.WebhookReceiverHandler",
              "an event function's parts"),
          Map.entry("callcentre.functions.smssender.SmsSenderHandler", "an event function's parts"),
          Map.entry(
              "callcentre.functions.smsdispatcher.SmsDispatcherHandler",
              "an event function's parts"),
          Map.entry(
              "callcentre.functions.liveconnections.LiveConnectionsHandler",
              "an event function's parts"),
          Map.entry("callcentre.functions.sweeper.SweeperHandler", "an event function's parts"),
          Map.entry("callcentre.client.MightyCallClients", "puts the provider's client together"),
          Map.entry(
              "callcentre.storage.database.ConflictRetry", "jitter where no test gives its own"),
          Map.entry("callcentre.cloud.embedded.EmbeddedSecrets", "a process of the local system"),
          Map.entry(
              "callcentre.cloud.websocket.EmbeddedWebSocketApi", "a process of the local system"),
          Map.entry("callcentre.simulator.Simulator", "a process of the local system"),
          Map.entry("callcentre.runner.LocalSystem", "a process of the local system"),
          Map.entry(
              "callcentre.benchmarks.live.LiveLatency",
              "compares its times with those in messages"),
          Map.entry("callcentre.benchmarks.RuntimeEndpoint", "plays the runtime of a real clock"));

  /** Main code that waits for time itself, each with its reason. */
  private static final Map<String, String> SLEEPERS =
      Map.of(
          "callcentre.cloud.websocket.ManagementHandler", "plays a client that reads slowly",
          "callcentre.runner.seed.ApiClient", "asks again while functions start",
          "callcentre.runner.seed.FirstSync", "asks again for a job until it is done",
          "callcentre.runner.events.QueuePoller", "plays a queue that delivers late",
          "callcentre.runner.streams.StreamPoller", "looks whether a stream has gone on",
          "callcentre.runner.streams.BatchDelivery", "plays a stream that delivers late",
          "callcentre.simulator.faults.FaultApplication", "plays a provider that is slow");

  @Test
  void onlyCompositionRootsReadTheMachinesClock() {
    assertThat(offenders(CLOCKS, COMPOSITION_ROOTS::containsKey)).isEmpty();
  }

  @Test
  void onlyCompositionRootsThrowDice() {
    assertThat(offenders(DICE, name -> COMPOSITION_ROOTS.containsKey(name) || isLocal(name)))
        .isEmpty();
  }

  @Test
  void nobodySleepsButWhoMustWaitForTimeItself() {
    assertThat(offenders(SLEEP, SLEEPERS::containsKey)).isEmpty();
  }

  @Test
  void theListsOfExceptionsNameOnlyClassesThatNeedThem() {
    Set<String> rooted = new TreeSet<>();
    Set<String> sleeping = new TreeSet<>();
    for (JavaClass type : Modules.CLASSES) {
      if (reaches(type, CLOCKS) || reaches(type, DICE)) {
        rooted.add(outermost(type));
      }
      if (reaches(type, SLEEP)) {
        sleeping.add(outermost(type));
      }
    }
    assertThat(rooted).containsAll(COMPOSITION_ROOTS.keySet());
    assertThat(sleeping).containsAll(SLEEPERS.keySet());
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Value")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Property")
        .check(Modules.CLASSES);
  }

  @Test
  void nobodyPrintsOrEndsTheProcessButTheCommands() {
    Map<String, Set<String>> ending = Map.of("java.lang.System", Set.of("exit", "out", "err"));
    assertThat(
            offenders(
                ending,
                name ->
                    name.startsWith("callcentre.runner.")
                        || name.startsWith("callcentre.benchmarks.")))
        .isEmpty();
  }

  @Test
  void environmentVariablesAreReadInOnePlace() {
    assertThat(
            offenders(
                Map.of("java.lang.System", Set.of("getenv")),
                name -> name.equals("callcentre.aws.Environment") || isLocal(name)))
        .isEmpty();
  }

  private static boolean isLocal(String name) {
    return name.startsWith("callcentre.runner.")
        || name.startsWith("callcentre.cloud.")
        || name.startsWith("callcentre.simulator.")
        || name.startsWith("callcentre.benchmarks.");
  }

  private static Set<String> offenders(
      Map<String, Set<String>> members, Predicate<String> isAllowed) {
    Set<String> offenders = new TreeSet<>();
    for (JavaClass type : Modules.CLASSES) {
      if (!isAllowed.test(outermost(type))) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (isOneOf(access, members)) {
            offenders.add(access.getDescription());
          }
        }
      }
    }
    return offenders;
  }

  private static boolean reaches(JavaClass type, Map<String, Set<String>> members) {
    return type.getAccessesFromSelf().stream().anyMatch(access -> isOneOf(access, members));
  }

  private static boolean isOneOf(JavaAccess<?> access, Map<String, Set<String>> members) {
    return members
        .getOrDefault(access.getTargetOwner().getName(), Set.of())
        .contains(access.getTarget().getName());
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
