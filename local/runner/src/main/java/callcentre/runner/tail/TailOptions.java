package callcentre.runner.tail;

import callcentre.runner.cli.LocalJson;
import callcentre.runner.cli.UsageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whom to listen to.
 *
 * @param api the address before {@code /api}
 * @param token of whoever listens; never printed
 * @param full whether rows are printed whole
 */
record TailOptions(String api, String token, List<String> topics, boolean full) {

  static final String HELP =
      """
      ./tail prints every change of the live channel, a line each; Ctrl-C stops it.

        --topic NAME   all, org:ID or agent:EXTENSION; may be repeated (all)
        --as ROLE      whose token of the running ./run: platform_admin (the default),
                       org_admin, org_manager, agent
        --data DIR     the data folder of that ./run (.local-data)
        --api URL      another stack: what stands before /api, with --token
        --token TOKEN  a token of that stack; or in the environment variable TAIL_TOKEN
        --full         whole rows
        --help         this text
      """;

  /**
   * Empty if only help is asked for.
   *
   * @throws UsageException saying what is wrong
   */
  static Optional<TailOptions> parse(List<String> arguments) throws IOException {
    Deque<String> rest = new ArrayDeque<>(arguments);
    List<String> topics = new ArrayList<>();
    String role = "platform_admin";
    Path data = Path.of(".local-data");
    Optional<String> api = Optional.empty();
    Optional<String> token = Optional.ofNullable(System.getenv("TAIL_TOKEN"));
    boolean full = false;
    while (!rest.isEmpty()) {
      String name = rest.pop();
      switch (name) {
        case "--help", "-h" -> {
          return Optional.empty();
        }
        case "--topic" -> topics.add(value(name, rest));
        case "--as" -> role = value(name, rest);
        case "--data" -> data = Path.of(value(name, rest));
        case "--api" -> api = Optional.of(value(name, rest));
        case "--token" -> token = Optional.of(value(name, rest));
        case "--full" -> full = true;
        default -> throw new UsageException("There is no option " + name + ". ./tail --help");
      }
    }
    if (topics.isEmpty()) {
      topics.add("all");
    }
    if (api.isPresent()) {
      String given =
          token.orElseThrow(
              () -> new UsageException("--api needs --token, or TAIL_TOKEN in the environment"));
      return Optional.of(new TailOptions(withoutSlash(api.get()), given, topics, full));
    }
    return Optional.of(local(data, role, topics, full));
  }

  private static TailOptions local(Path data, String role, List<String> topics, boolean full)
      throws IOException {
    Path file = data.resolve(LocalJson.NAME);
    if (!Files.exists(file)) {
      throw new UsageException(
          "There is no " + file + ": start ./run in another terminal, or name a stack with --api");
    }
    JsonNode facts = new ObjectMapper().readTree(file.toFile());
    JsonNode token = facts.path("tokens").path(role);
    if (!token.isTextual()) {
      throw new UsageException(file + " has no token for the role " + role);
    }
    return new TailOptions(facts.path("address").asText(), token.asText(), topics, full);
  }

  private static String value(String name, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new UsageException(name + " needs a value. ./tail --help");
    }
    return rest.pop();
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
