package callcentre.runner.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts the process of one execution environment.
 *
 * @param kind which runtime runs the handler
 * @param workFolder holds {@code cds/} (archives that quicken the next start) and {@code native/}
 * @param environment added to every function's own: endpoints and dummy credentials
 */
public record Launcher(RuntimeKind kind, Path workFolder, Map<String, String> environment) {

  private static final String JNI_PROPERTY =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";
  private static final String AWS_MAIN =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Lambda gives the JVM about this share of the memory as heap; the rest is its own. */
  private static final double HEAP_SHARE = 0.85;

  /**
   * Ctrl-C in a terminal reaches every process of the program. Functions leave it to their parent,
   * which lets them finish; a JVM keeps signals ignored that it finds ignored.
   */
  private static final List<String> SIGNAL_SHIELD =
      Files.isExecutable(Path.of("/bin/sh"))
          ? List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"")
          : List.of();

  /** Of this machine's own variables a process sees no more than it needs to run a JVM. */
  private static final List<String> INHERITED =
      List.of("PATH", "LANG", "TMPDIR", "TEMP", "TMP", "SystemRoot", "JAVA_TOOL_OPTIONS");

  Process start(FunctionSpec function, String runtimeApi, String processId, FunctionLog log)
      throws IOException {
    List<String> command = new ArrayList<>(SIGNAL_SHIELD);
    command.addAll(command(function, processId));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(function.packageFolder().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.redirect());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    builder.environment().putAll(function.environment());
    builder.environment().putAll(LambdaVariables.of(function, runtimeApi, processId));
    return builder.start();
  }

  private List<String> command(FunctionSpec function, String processId) throws IOException {
    Path archives = Files.createDirectories(workFolder.resolve("cds"));
    List<Path> classPath = RuntimeJars.classPath(function.packageFolder(), kind);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Math.round(function.memoryMegabytes() * HEAP_SHARE) + "m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    // A class path with a folder in it cannot be archived: the JVM would end with an error.
    if (classPath.stream().allMatch(Files::isRegularFile)) {
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archives.resolve(function.name() + ".jsa"));
    }
    command.add("-Xlog:disable");
    command.add("-Xlog:all=error:stderr");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    if (kind == RuntimeKind.AWS) {
      command.add(JNI_PROPERTY + nativeLibrary(processId));
    }
    command.add("-cp");
    command.add(
        classPath.stream()
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    command.add(kind == RuntimeKind.AWS ? AWS_MAIN : PureRuntime.class.getName());
    command.add(function.handler());
    return command;
  }

  /**
   * The runtime interface client 2.9.0 unpacks its library to one fixed path, where processes that
   * start together overwrite it while others have it mapped; each gets a copy of its own.
   */
  private Path nativeLibrary(String processId) throws IOException {
    Path copy =
        Files.createDirectories(workFolder.resolve("native"))
            .resolve(processId + ".so")
            .toAbsolutePath();
    boolean arm = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).contains("aarch64");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
    String resource =
        "/jni/libaws-lambda-jni.linux"
            + (musl ? "_musl" : "")
            + (arm ? "-aarch_64.so" : "-x86_64.so");
    try (InputStream library = Launcher.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("The runtime interface client carries no " + resource);
      }
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  /** Removes what belonged to this process alone. */
  void cleanUp(String processId) throws IOException {
    Files.deleteIfExists(workFolder.resolve("native").resolve(processId + ".so"));
  }
}
