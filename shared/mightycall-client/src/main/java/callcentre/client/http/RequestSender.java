package callcentre.client.http;

import callcentre.client.budget.BudgetUse;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.ErrorKinds;
import callcentre.client.error.MightyCallException;
import callcentre.client.error.ProviderError;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes exactly one request: looks at the circuit breaker, takes it from the budget, sends it, logs
 * it, and turns everything that is no answer to it into a {@link MightyCallException}.
 */
public final class RequestSender {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final HttpTransport transport;
  private final ProviderCircuit circuit;
  private final CallLog log;
  private final InstantSource clock;

  public RequestSender(
      HttpTransport transport, ProviderCircuit circuit, CallLog log, InstantSource clock) {
    this.transport = transport;
    this.circuit = circuit;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Sends a request for which only a success is an answer.
   *
   * @throws MightyCallException in every other case
   */
  public ProviderAnswer send(WireRequest request, ProviderCall call) {
    return send(request, call, ProviderAnswer::isSuccess);
  }

  /**
   * Sends a request.
   *
   * @param isAnswer which answers are returned; all others are thrown
   * @throws MightyCallException for them, and when there was no answer or no request
   */
  public ProviderAnswer send(
      WireRequest request, ProviderCall call, Predicate<ProviderAnswer> isAnswer) {
    if (call.deadline().hasPassed(clock)) {
      throw MightyCallException.noTimeLeft(request.operation());
    }
    circuit.refuseWhileOpen(request.operation(), clock);
    BudgetUse use = call.budget().take();
    circuit.enter(request.operation(), clock);
    int attempt = call.requests().incrementAndGet();
    call.meter().count();
    CallLog.Line line = log.begin(request, call, use, attempt);
    try {
      ProviderAnswer answer = exchange(request, call);
      return checked(request, answer, isAnswer, line);
    } catch (MightyCallException failed) {
      circuit.leave(failed.kind());
      if (failed.status().isEmpty()) {
        line.failed(failed);
      } else if (failed.kind() == ErrorKind.PROVIDER_LIMIT) {
        call.budget().limitReached(failed.status().get() + " at " + request.operation());
      }
      throw failed;
    }
  }

  private ProviderAnswer exchange(WireRequest request, ProviderCall call) {
    Duration left = call.deadline().remaining(clock);
    Duration time = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    if (!time.isPositive()) {
      throw MightyCallException.noTimeLeft(request.operation());
    }
    try {
      return request.verb().isRepeatable()
          ? transport.sendRepeatable(request.toHttp(time), time)
          : transport.sendOnce(request.toHttp(time), time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw MightyCallException.timeout(request.operation(), interrupted);
    } catch (IOException broken) {
      throw IoFailures.of(request.operation(), broken);
    }
  }

  private ProviderAnswer checked(
      WireRequest request,
      ProviderAnswer answer,
      Predicate<ProviderAnswer> isAnswer,
      CallLog.Line line) {
    if (isAnswer.test(answer)) {
      line.answered(answer, Optional.empty());
      circuit.leaveAnswered();
      return answer;
    }
    ProviderError error = ProviderError.read(answer.body());
    MightyCallException failed =
        MightyCallException.answered(
            request.operation(), answer.status(), error, retryAt(answer, error));
    line.answered(answer, Optional.of(failed));
    throw failed;
  }

  private Optional<Instant> retryAt(ProviderAnswer answer, ProviderError error) {
    return ErrorKinds.retryAt(error)
        .or(() -> answer.retryAfter().flatMap(header -> RetryAfter.read(header, clock)));
  }
}
