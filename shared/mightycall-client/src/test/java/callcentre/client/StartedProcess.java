package callcentre.client;

import callcentre.aws.Endpoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link ClientProcess} as its starter sees it. */
final class StartedProcess {

  private final Process process;
  private final BufferedReader output;

  private StartedProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static StartedProcess start(ClientHarness harness, int clients, Duration lease)
      throws IOException {
    Endpoints endpoints = harness.cloud().endpoints();
    return new StartedProcess(
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ClientProcess.class.getName(),
                    endpoints.dynamoDb().toString(),
                    endpoints.secretsManager().toString(),
                    harness.stage(),
                    Integer.toString(clients),
                    Long.toString(lease.toSeconds())))
            .redirectError(Redirect.INHERIT)
            .start());
  }

  /** Returns when its clients are made and wait for {@link #go}. */
  StartedProcess awaitReady() {
    awaitLine("ready");
    return this;
  }

  void go() {
    try {
      process.outputWriter().append("go\n").flush();
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  /** How many of its calls succeeded. */
  int awaitSucceeded() {
    return Integer.parseInt(awaitLine("[0-9]+"));
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** The next line of this form; log lines in between are passed over. */
  private String awaitLine(String form) {
    StringBuilder seen = new StringBuilder();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.matches(form)) {
          return line;
        }
        seen.append(line).append('\n');
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    throw new AssertionError("the process ended without a line like " + form + ":\n" + seen);
  }
}
