package callcentre.runner.cli;

import callcentre.runner.events.Chaos;
import callcentre.runner.process.RuntimeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param port of the REST APIs
 * @param simulatorPort first port tried for the simulator
 * @param data folder that keeps tables, secrets, logs
 * @param reset whether that folder is emptied first
 * @param idleLimit after which a function's process without work ends
 * @param processes how many invocations of one function run at one time
 * @param parameters values for parameters of the template, over those of the local stage
 */
public record Options(
    int port,
    int simulatorPort,
    Path data,
    boolean reset,
    Provider provider,
    String stage,
    Set<Chaos> chaos,
    RuntimeKind runtime,
    Duration idleLimit,
    int processes,
    Map<String, String> parameters) {

  public Options {
    chaos = Set.copyOf(chaos);
    parameters = Map.copyOf(parameters);
  }

  /** Where the APIs are. */
  public String address() {
    return "http://localhost:" + port;
  }
}
