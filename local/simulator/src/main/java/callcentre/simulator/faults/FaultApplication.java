package callcentre.simulator.faults;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.ByteAnswer;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.settings.SpentAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Lets a fault befall a request. */
public final class FaultApplication {

  private static final long TIMEOUT_MILLIS = 60_000;
  private static final Outcome DROPPED = new Outcome.Dropped();

  private FaultApplication() {}

  /**
   * How the request ends under this fault.
   *
   * @param spent the answer to a spent daily limit
   * @param service serves the request as usual; called once or not at all
   */
  public static Outcome apply(
      Fault fault, Request request, SpentAnswer spent, Supplier<Outcome> service) {
    if (!waited(fault)) {
      return DROPPED;
    }
    Outcome outcome = outcome(fault, request, spent, service);
    return switch (outcome) {
      case Answer answer when fault.retryAfter() != null ->
          answer.withHeader("Retry-After", fault.retryAfter());
      case Answer answer -> answer;
      case ByteAnswer answer -> answer;
      case Outcome.Dropped dropped -> dropped;
    };
  }

  private static Outcome outcome(
      Fault fault, Request request, SpentAnswer spent, Supplier<Outcome> service) {
    return switch (fault.kind()) {
      case STATUS -> withBody(fault, ProviderErrors.ofStatus(status(fault, 500), request));
      case SLOW -> service.get();
      case DROP, TIMEOUT -> DROPPED;
      case DROP_AFTER -> {
        Outcome _ = service.get();
        yield DROPPED;
      }
      case ERROR_AFTER -> {
        Outcome _ = service.get();
        yield withBody(fault, ProviderErrors.ofStatus(status(fault, 500), request));
      }
      case MALFORMED -> cut(service.get());
      case HTML -> withBody(fault, page(status(fault, 502)));
      case EMPTY -> new Answer(status(fault, 200), Answer.JSON, "", Map.of());
      case LIMIT_EXCEEDED ->
          withBody(fault, ProviderErrors.limitExceeded(status(fault, spent.status())));
    };
  }

  private static int status(Fault fault, int usual) {
    return fault.status() == null ? usual : fault.status();
  }

  private static Answer withBody(Fault fault, Answer usual) {
    return fault.body() == null ? usual : usual.withBody(fault.body());
  }

  private static Outcome cut(Outcome whole) {
    return switch (whole) {
      case Answer answer ->
          answer.withBody(answer.body().substring(0, (answer.body().length() + 1) / 2));
      case ByteAnswer answer -> answer.cut();
      case Outcome.Dropped dropped -> dropped;
    };
  }

  private static Answer page(int status) {
    return Answer.html(
        status,
        "<html><head><title>"
            + status
            + "</title></head><body><h1>"
            + status
            + "</h1></body></html>");
  }

  /** Waits in real time; false when the simulator is stopped meanwhile. */
  private static boolean waited(Fault fault) {
    boolean usual = fault.kind() == FaultKind.TIMEOUT && fault.delayMillis() == 0;
    try {
      Thread.sleep(Duration.ofMillis(usual ? TIMEOUT_MILLIS : fault.delayMillis()));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
