package callcentre.runner.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One declared function, resolved: nothing of the template is left to look up.
 *
 * @param name the name its log, archive and ARN carry
 * @param packageFolder the folder named by {@code CodeUri}; its jars are in {@code lib}
 * @param handler class, or class::method, as Lambda reads it
 * @param memoryMegabytes declared memory, which bounds the heap
 * @param timeout how long one invocation may take before its process is killed
 * @param environment the variables of the template, without those Lambda adds itself
 * @param reservedConcurrency invocations at one time, above which Lambda throttles; absent: no
 *     limit
 */
public record FunctionSpec(
    String name,
    Path packageFolder,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment,
    OptionalInt reservedConcurrency) {

  public FunctionSpec {
    environment = Map.copyOf(environment);
  }

  /** The same function with more variables; they win over those it has. */
  public FunctionSpec withVariables(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new FunctionSpec(
        name, packageFolder, handler, memoryMegabytes, timeout, all, reservedConcurrency);
  }

  /** The ARN under which events and the runtime name this function. */
  public String arn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + name;
  }
}
