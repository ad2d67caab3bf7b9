package callcentre.checks.system;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.checks.Repository;
import callcentre.cloud.template.Template;
import callcentre.runner.LocalSystem;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.OptionParser;
import callcentre.runner.cli.Options;
import callcentre.runner.process.Outcome;
import callcentre.runner.process.Surroundings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The local system as {@code ./run} starts it, with {@link Door}s before the services: a built
 * package gets from AWS what its role in the template grants and nothing else.
 */
public final class GuardedStage implements AutoCloseable {

  /** The name before its tables and queues. */
  static final String STAGE = "guarded";

  private final Deque<AutoCloseable> doors = new ArrayDeque<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private final Collection<Door.Listener> listeners = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final Queue<String> provoked = new ConcurrentLinkedQueue<>();
  private final Instant startedAt = Instant.now();
  private final LocalSystem.Running running;

  /** Starts everything; {@code folder} holds what it stores and logs. */
  public GuardedStage(Path folder) throws IOException, InterruptedException {
    PrintStream screen = new PrintStream(folder.resolve("screen.txt").toFile());
    doors.push(screen);
    Console console =
        new Console(screen, new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      running =
          LocalSystem.start(
              options(folder.resolve("data")), console, Template.repositoryFolder(), guards());
    } catch (IOException | InterruptedException | RuntimeException failure) {
      closeDoors();
      throw failure;
    }
  }

  /** No schedule falls due while tests run: its sync would meet theirs. */
  private static Options options(Path data) {
    int port = FreePorts.twoInARow();
    return OptionParser.parse(
            Stream.of(
                    List.of("--port", String.valueOf(port), "--data", data.toString()),
                    List.of("--simulator-port", String.valueOf(FreePorts.one())),
                    List.of("--stage", STAGE, "--idle-minutes", "60"),
                    List.of("--parameter", "SyncSchedule=rate(7 days)"),
                    List.of("--parameter", "FullSyncSchedule=rate(7 days)"),
                    List.of("--parameter", "NumberDeletionAllowed=true"))
                .flatMap(List::stream)
                .toArray(String[]::new))
        .orElseThrow();
  }

  private Surroundings guards() {
    Grants grants = new Grants(STAGE);
    List<Endpoints> guarded = new ArrayList<>();
    return (function, services) -> {
      if (guarded.isEmpty()) {
        guarded.add(
            new Endpoints(
                door(services.dynamoDb(), grants),
                door(services.sqs(), grants),
                door(services.secretsManager(), grants)));
      }
      Map<String, String> variables =
          new HashMap<>(Surroundings.OPEN.of(function, guarded.getFirst()));
      variables.put("AWS_ACCESS_KEY_ID", function);
      return variables;
    };
  }

  private URI door(URI service, Grants grants) {
    try {
      Door door = new Door(service, grants, refusals, down, listeners);
      doors.push(door);
      return URI.create(door.address());
    } catch (IOException failure) {
      throw new UncheckedIOException("no door before " + service, failure);
    }
  }

  /** Invokes the function of a module with an event, as Lambda would. */
  public Outcome invoke(String module, JsonNode event) {
    return running.functions().invoke(module, event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A time during which a table answers functions with failures; ends when it is closed. */
  public record Outage(String table, Set<String> down) implements AutoCloseable {

    @Override
    public void close() {
      down.remove(table);
    }
  }

  /** Lets every function's requests to a table fail from now on. */
  public Outage outage(String table) {
    down.add(table);
    return new Outage(table, down);
  }

  /** Ends a listening. */
  interface Listening extends AutoCloseable {

    @Override
    void close();
  }

  /** Lets somebody hear what every function asks of AWS from now on. */
  Listening listen(Door.Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** When it was started: made-up history is dated by it. */
  Instant startedAt() {
    return startedAt;
  }

  /** Addresses, tokens, the simulator's keys, logs. */
  public LocalFacts facts() {
    return running.facts();
  }

  /** The embedded services themselves, past the doors; close it. */
  public AwsClients services() {
    return AwsClients.at(facts().endpoints());
  }

  /** What functions asked of AWS without being granted it, or what went wrong around them. */
  public List<String> refusals() {
    List<String> all = new ArrayList<>(refusals);
    complaints.toString(StandardCharsets.UTF_8).lines().forEach(all::add);
    provoked.forEach(all::remove);
    return List.copyOf(all);
  }

  /**
   * The complaints that a test provokes and expects: they are not among the {@link #refusals} any
   * more.
   *
   * @param part what they have in common
   */
  List<String> provoked(String part) {
    List<String> expected = refusals().stream().filter(line -> line.contains(part)).toList();
    provoked.addAll(expected);
    return expected;
  }

  private void closeDoors() {
    while (!doors.isEmpty()) {
      try {
        doors.pop().close();
      } catch (Exception failure) {
        throw new IllegalStateException("a door did not close", failure);
      }
    }
  }

  @Override
  public void close() {
    running.system().close();
    closeDoors();
  }

  /** The repository file of a sample event. */
  public static JsonNode event(String name) {
    return Repository.json("events/" + name + ".json");
  }
}
