package callcentre.runner.stack;

import callcentre.runner.events.QueueMapping;
import callcentre.runner.events.Schedule;
import callcentre.runner.gateway.ApiDefinition;
import callcentre.runner.live.LiveDefinition;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.streams.StreamMapping;
import java.util.List;
import java.util.Optional;

/**
 * What the template declares, resolved for this machine.
 *
 * @param notHonoured what is declared and has no effect here, one line each, for the person to know
 */
public record Stack(
    List<FunctionSpec> functions,
    List<ApiDefinition> apis,
    List<QueueMapping> queueMappings,
    List<StreamMapping> streamMappings,
    List<Schedule> schedules,
    List<LiveDefinition> liveApis,
    List<String> notHonoured) {

  /** The value a variable has in the functions that declare it; empty if none sets it. */
  public Optional<String> variable(String name) {
    return functions.stream()
        .map(function -> function.environment().getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /**
   * @throws IllegalStateException if no function sets it
   */
  public String requireVariable(String name) {
    return variable(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No function of the template sets " + name + ", which this program needs"));
  }
}
