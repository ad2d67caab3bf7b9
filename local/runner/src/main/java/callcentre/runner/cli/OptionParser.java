package callcentre.runner.cli;

import callcentre.runner.events.Chaos;
import callcentre.runner.process.RuntimeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line. Every option has a default; an unknown one is refused. */
public final class OptionParser {

  public static final String HELP =
      """
      ./run starts the whole system on this machine; Ctrl-C stops it.

        --port N            port of the API (4000); a second API takes the next one
        --data DIR          where tables, secrets and logs are kept (.local-data)
        --reset             empty that folder first
        --provider demo     a simulated MightyCall with a made-up call centre (the default)
        --provider real     a real account: keys from .env (see .env.example)
        --simulator-port N  port of the simulator (4010, or the next free one)
        --stage NAME        value of the template's parameter Stage (local)
        --parameter N=V     any other parameter of template.yaml; may be repeated
        --events LIST       what queues and streams do to deliveries on purpose:
                            duplicate, split, delay, retry
        --processes N       invocations of one function at one time (2); more wait
        --idle-minutes N    a function's process ends after so long without work (10)
        --runtime NAME      aws: the runtime interface client of AWS (default on Linux);
                            pure: the same loop in Java alone (default elsewhere)
        --help              this text
      """;

  private static final int HIGHEST_PORT = 65_535;

  private int port = 4000;
  private int simulatorPort = 4010;
  private Path data = Path.of(".local-data");
  private boolean reset;
  private Provider provider = Provider.DEMO;
  private String stage = "local";
  private Set<Chaos> chaos = Set.of();
  private RuntimeKind runtime = RuntimeKind.ofThisMachine();
  private int idleMinutes = 10;
  private int processes = 2;
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private OptionParser() {}

  /**
   * Empty if only help is asked for.
   *
   * @throws UsageException saying what is wrong and what is allowed
   */
  public static Optional<Options> parse(String... arguments) {
    return new OptionParser().read(new ArrayDeque<>(List.of(arguments)));
  }

  private Optional<Options> read(Deque<String> rest) {
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      int equals = argument.indexOf('=');
      String name = equals > 0 ? argument.substring(0, equals) : argument;
      if (equals > 0) {
        rest.push(argument.substring(equals + 1));
      }
      switch (name) {
        case "--help", "-h" -> {
          return Optional.empty();
        }
        case "--reset" -> reset = true;
        case "--port" -> port = number(name, value(name, rest), HIGHEST_PORT);
        case "--simulator-port" -> simulatorPort = number(name, value(name, rest), HIGHEST_PORT);
        case "--data" -> data = Path.of(value(name, rest));
        case "--provider" -> provider = choice(Provider.class, name, value(name, rest));
        case "--runtime" -> runtime = choice(RuntimeKind.class, name, value(name, rest));
        case "--stage" -> stage = value(name, rest);
        case "--events" -> chaos = chaos(value(name, rest));
        case "--processes" -> processes = number(name, value(name, rest), 64);
        case "--idle-minutes" -> idleMinutes = number(name, value(name, rest), 1_440);
        case "--parameter" -> parameter(value(name, rest));
        default -> throw new UsageException("There is no option " + name + ".\n\n" + HELP);
      }
    }
    return Optional.of(
        new Options(
            port,
            simulatorPort,
            data.toAbsolutePath().normalize(),
            reset,
            provider,
            stage,
            chaos,
            runtime,
            Duration.ofMinutes(idleMinutes),
            processes,
            parameters));
  }

  private static String value(String name, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().startsWith("--")) {
      throw new UsageException(name + " needs a value; ./run --help shows which.");
    }
    return rest.pop();
  }

  private static int number(String name, String text, int highest) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= highest) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new UsageException(name + " takes a number from 1 to " + highest + ", not " + text);
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String name, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new UsageException(
        name
            + " is one of "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList())
            + ", not "
            + text);
  }

  private static Set<Chaos> chaos(String list) {
    try {
      return Chaos.parse(list);
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(String.valueOf(unknown.getMessage()));
    }
  }

  private void parameter(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new UsageException("--parameter takes Name=value, not " + pair);
    }
    parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
  }
}
