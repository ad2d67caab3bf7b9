package callcentre.runner.process;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.runner.sample.MovableClock;
import callcentre.runner.sample.SampleHandler;
import callcentre.runner.sample.SamplePackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {

  private static final String NAME = "sample";
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(Instant.now());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWarmProcessServesTheNextInvocation(RuntimeKind kind) throws IOException {
    Functions functions = start(kind, spec());

    String cold = answer(functions.invoke(NAME, event("pid")));
    String warm = answer(functions.invoke(NAME, event("pid")));

    assertThat(warm).isEqualTo(cold);
    assertThat(functions.processes(NAME)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionIsAnErrorWithItsTypeAndMessageAndTheProcessLives(RuntimeKind kind)
      throws IOException {
    Functions functions = start(kind, spec());
    String before = answer(functions.invoke(NAME, event("pid")));

    Outcome outcome = functions.invoke(NAME, event("fail it broke"));

    assertThat(outcome)
        .isEqualTo(new Outcome.Failure("java.lang.IllegalStateException", "it broke"));
    assertThat(answer(functions.invoke(NAME, event("pid")))).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatEndsFailsItsInvocationAndIsReplaced(RuntimeKind kind) throws IOException {
    Functions functions = start(kind, spec());
    String before = answer(functions.invoke(NAME, event("pid")));

    Outcome outcome = functions.invoke(NAME, event("exit"));

    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    assertThat(((Outcome.Failure) outcome).errorType()).isEqualTo("Runtime.ExitError");
    assertThat(((Outcome.Failure) outcome).message()).contains("exit status 3");
    assertThat(answer(functions.invoke(NAME, event("pid")))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionOutOfTimeIsKilledAndTheNextInvocationStartsAnew(RuntimeKind kind)
      throws IOException {
    Functions functions = start(kind, spec(Duration.ofMillis(4_500), OptionalInt.empty()));
    String before = answer(functions.invoke(NAME, event("pid")));

    Outcome outcome = functions.invoke(NAME, event("wait-for " + folder.resolve("never")));

    assertThat(((Outcome.Failure) outcome).errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(((Outcome.Failure) outcome).message()).contains("Task timed out after 4.50 seconds");
    assertThat(answer(functions.invoke(NAME, event("pid")))).isNotEqualTo(before);
    long killed = Long.parseLong(before);
    assertThat(ProcessHandle.of(killed).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aHandlerThatDoesNotExistFailsTheInitialisation(RuntimeKind kind) throws IOException {
    FunctionSpec broken =
        new FunctionSpec(
            NAME,
            SamplePackage.in(folder),
            "callcentre.Absent",
            256,
            Duration.ofSeconds(10),
            Map.of(),
            OptionalInt.empty());
    Functions functions = start(kind, broken);

    Outcome outcome = functions.invoke(NAME, event("pid"));

    assertThat(outcome).isInstanceOf(Outcome.Failure.class);
    assertThat(((Outcome.Failure) outcome).message()).contains("callcentre.Absent");
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionSeesItsOwnVariablesLambdasAndNoneOfTheMachine(RuntimeKind kind) throws IOException {
    Functions functions = start(kind, spec());

    assertThat(answer(functions.invoke(NAME, event("variable STAGE")))).isEqualTo("\"local\"");
    assertThat(answer(functions.invoke(NAME, event("variable AWS_REGION"))))
        .isEqualTo("\"us-east-1\"");
    assertThat(answer(functions.invoke(NAME, event("variable AWS_LAMBDA_FUNCTION_NAME"))))
        .isEqualTo("\"sample\"");
    assertThat(answer(functions.invoke(NAME, event("variable AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))))
        .isEqualTo("\"256\"");
    assertThat(System.getenv("HOME")).isNotNull();
    assertThat(answer(functions.invoke(NAME, event("variable HOME")))).isEqualTo("null");
    assertThat(answer(functions.invoke(NAME, event("context"))))
        .isEqualTo("\"sample arn:aws:lambda:us-east-1:000000000000:function:sample\"");
  }

  @ParameterizedTest
  @EnumSource
  void whatAFunctionPrintsIsInItsLogWithLambdasLines(RuntimeKind kind) throws IOException {
    Functions functions = start(kind, spec());

    functions.invoke(NAME, event("print a line of its own"));

    assertThat(Files.readString(functions.logFile(NAME)))
        .contains("START RequestId: ")
        .contains("a line of its own")
        .contains("REPORT RequestId: ");
  }

  @Test
  void anAnswerAboveSixMegabytesIsAnError() throws IOException {
    Functions functions = start(RuntimeKind.AWS, spec());

    Outcome outcome = functions.invoke(NAME, event("large"));

    assertThat(((Outcome.Failure) outcome).errorType()).isEqualTo("Function.ResponseSizeTooLarge");
  }

  @Test
  void invocationsAtOneTimeRunInProcessesOfTheirOwnUpToTheLimit() throws Exception {
    Functions functions = start(RuntimeKind.AWS, spec());
    Path signal = folder.resolve("go");

    List<CompletableFuture<Outcome>> running = invokeAtOnce(functions, 4, "wait-for " + signal);
    while (functions.processes(NAME) < 2) {
      Thread.onSpinWait();
    }
    Files.createFile(signal);

    Set<String> processes = new HashSet<>();
    for (CompletableFuture<Outcome> each : running) {
      processes.add(answer(each.join()));
    }
    assertThat(processes).hasSize(2);
    assertThat(functions.processes(NAME)).isEqualTo(2);
  }

  @Test
  void reservedConcurrencyIsNeverExceeded() throws Exception {
    Functions functions = start(RuntimeKind.AWS, spec(Duration.ofSeconds(30), OptionalInt.of(1)));
    Path signal = folder.resolve("go");

    var running = invokeAtOnce(functions, 1, "wait-for " + signal).getFirst();
    while (functions.processes(NAME) < 1) {
      Thread.onSpinWait();
    }
    Outcome refused = functions.invoke(NAME, event("pid"));
    Files.createFile(signal);

    assertThat(refused).isEqualTo(new Outcome.Throttled());
    assertThat(running.join()).isInstanceOf(Outcome.Answer.class);
  }

  @Test
  void aProcessWithoutWorkEndsAfterTheIdleLimit() throws IOException {
    Functions functions = start(RuntimeKind.AWS, spec());
    long pid = Long.parseLong(answer(functions.invoke(NAME, event("pid"))));

    clock.move(IDLE_LIMIT.minusSeconds(1));
    functions.stopIdle();
    assertThat(functions.processes(NAME)).isEqualTo(1);
    clock.move(Duration.ofSeconds(1));
    functions.stopIdle();

    assertThat(functions.processes(NAME)).isZero();
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void closingLetsARunningInvocationFinishAndEndsItsProcess() throws Exception {
    Functions functions = start(RuntimeKind.AWS, spec());
    Path signal = folder.resolve("go");
    var running = invokeAtOnce(functions, 1, "wait-for " + signal).getFirst();
    while (functions.processes(NAME) < 1) {
      Thread.onSpinWait();
    }

    var closing =
        CompletableFuture.runAsync(
            () -> {
              try {
                functions.close();
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            });
    Files.createFile(signal);
    closing.join();

    long pid = Long.parseLong(answer(running.join()).replace("\"", ""));
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(functions.invoke(NAME, event("pid"))).isInstanceOf(Outcome.Failure.class);
  }

  @ParameterizedTest
  @EnumSource
  void aProcessEndsByItselfWhenTheProgramThatStartedItIsGone(RuntimeKind kind) throws Exception {
    Functions functions = start(kind, spec());
    long pid = Long.parseLong(answer(functions.invoke(NAME, event("pid"))));
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();

    for (AutoCloseable each : open) {
      if (each instanceof RuntimeApi api) {
        api.close();
      }
    }

    assertThat(process.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  private Functions start(RuntimeKind kind, FunctionSpec spec) throws IOException {
    RuntimeApi api = new RuntimeApi();
    Launcher launcher =
        new Launcher(kind, folder.resolve("work"), Map.of("AWS_REGION", "us-east-1"));
    Functions functions =
        new Functions(
            List.of(spec),
            new ProcessHost(api, launcher, folder.resolve("logs"), clock, IDLE_LIMIT, 2));
    open.add(api);
    open.add(functions);
    return functions;
  }

  private FunctionSpec spec() {
    return spec(Duration.ofSeconds(30), OptionalInt.empty());
  }

  private FunctionSpec spec(Duration timeout, OptionalInt reserved) {
    return new FunctionSpec(
        NAME,
        SamplePackage.in(folder),
        SampleHandler.class.getName(),
        256,
        timeout,
        Map.of("STAGE", "local"),
        reserved);
  }

  private static List<CompletableFuture<Outcome>> invokeAtOnce(
      Functions functions, int count, String text) {
    List<CompletableFuture<Outcome>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      running.add(
          CompletableFuture.supplyAsync(
              () -> functions.invoke(NAME, event(text)),
              Executors.newVirtualThreadPerTaskExecutor()));
    }
    return running;
  }

  private static byte[] event(String text) {
    return ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
  }

  private static String answer(Outcome outcome) {
    return new String(((Outcome.Answer) outcome).payload(), StandardCharsets.UTF_8);
  }
}
