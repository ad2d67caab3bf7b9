package callcentre.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process from its start, or its restore, to its first answer, on one core. */
final class Trial {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String JNI =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

  private final Subject subject;
  private final byte[] event;
  private final Map<String, String> environment;
  private final Path folder;

  Trial(Subject subject, byte[] event, Map<String, String> environment, Path folder) {
    this.subject = subject;
    this.event = event;
    this.environment = environment;
    this.folder = folder;
  }

  /** What one run showed; the count of loaded classes is 0 unless it was asked for. */
  record Result(double millis, long loadedClasses, String body) {}

  Result run(boolean countClasses) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.log");
    Files.deleteIfExists(classes);
    try (RuntimeEndpoint endpoint = new RuntimeEndpoint(event)) {
      ProcessBuilder builder = new ProcessBuilder(command(countClasses ? classes : null));
      builder.environment().putAll(environment);
      builder.environment().putAll(lambda(endpoint));
      builder.redirectErrorStream(true).redirectOutput(folder.resolve("process.log").toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      try {
        RuntimeEndpoint.Answer answer = endpoint.answer().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (answer.failed()) {
          throw new IllegalStateException(subject.name() + " failed: " + answer.body());
        }
        long from = subject.snapStart() ? endpoint.restored().get() : start;
        long loaded = countClasses ? count(classes) : 0;
        return new Result((answer.atNanos() - from) / 1e6, loaded, answer.body());
      } catch (ExecutionException | TimeoutException failure) {
        throw new IllegalStateException(
            subject.name() + " did not answer: " + Files.readString(folder.resolve("process.log")),
            failure);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private List<String> command(@Nullable Path classes) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx870m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    if (subject.snapStart()) {
      command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    }
    if (classes != null) {
      command.add("-Xlog:class+load=info:file=" + classes);
    }
    command.add(JNI + nativeLibrary());
    command.add("-cp");
    command.add(
        Stream.concat(subject.jars().stream(), runtime())
            .map(Path::toString)
            .collect(Collectors.joining(":")));
    command.add(AWSLambda.class.getName());
    command.add(subject.handler());
    return command;
  }

  private Map<String, String> lambda(RuntimeEndpoint endpoint) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API", endpoint.address(),
        "_HANDLER", subject.handler(),
        "AWS_LAMBDA_FUNCTION_NAME", "benchmark",
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
        "AWS_LAMBDA_LOG_GROUP_NAME", "benchmark",
        "AWS_LAMBDA_LOG_STREAM_NAME", "benchmark",
        "AWS_LAMBDA_INITIALIZATION_TYPE", subject.snapStart() ? "snap-start" : "on-demand",
        "AWS_EXECUTION_ENV", "AWS_Lambda_java25");
  }

  private Path nativeLibrary() throws IOException {
    Path copy = folder.resolve("runtime.so").toAbsolutePath();
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String resource = "/jni/libaws-lambda-jni.linux-" + (arm ? "aarch_64" : "x86_64") + ".so";
    try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("the runtime interface client carries no " + resource);
      }
      Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  private static Stream<Path> runtime() {
    return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class).map(Trial::jarOf);
  }

  static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static long count(Path classes) {
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
