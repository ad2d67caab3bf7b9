package callcentre.client.http;

import callcentre.aws.logging.Masking;
import callcentre.client.budget.BudgetUse;
import callcentre.client.budget.RequestBudget;
import callcentre.client.error.MightyCallException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line for each request: method, path template, status, error code, milliseconds, bytes,
 * attempt, class (design: "Every provider call is logged"). Headers and secrets are never in it,
 * and numbers are not, for the template has none.
 */
public final class CallLog {

  /** The logger of masked bodies, which has a log group of its own with short retention. */
  public static final String BODIES = "callcentre.provider-bodies";

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final Logger BODY_LOG = LoggerFactory.getLogger(BODIES);
  private static final int LONGEST_BODY = 2048;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final BooleanSupplier bodies;
  private final LongSupplier nanoTime;

  /**
   * @param bodies whether bodies are logged ({@code PROVIDER_BODY_LOGGING})
   * @param nanoTime a running count of nanoseconds
   */
  public CallLog(BooleanSupplier bodies, LongSupplier nanoTime) {
    this.bodies = bodies;
    this.nanoTime = nanoTime;
  }

  Line begin(WireRequest request, ProviderCall call, BudgetUse use, int attempt) {
    return new Line(request, call, use, attempt, nanoTime.getAsLong());
  }

  /** The line of one request, written when it ends. */
  final class Line {
    private final WireRequest request;
    private final ProviderCall call;
    private final BudgetUse use;
    private final int attempt;
    private final long startedNanos;

    private Line(
        WireRequest request, ProviderCall call, BudgetUse use, int attempt, long startedNanos) {
      this.request = request;
      this.call = call;
      this.use = use;
      this.attempt = attempt;
      this.startedNanos = startedNanos;
    }

    void answered(ProviderAnswer answer, Optional<MightyCallException> failed) {
      LoggingEventBuilder line =
          start(failed.isEmpty() ? Level.INFO : Level.WARN)
              .addKeyValue("provider_status", answer.status())
              .addKeyValue("provider_bytes", answer.bytes());
      failed
          .map(
              error ->
                  line.addKeyValue("provider_error", error.kind())
                      .addKeyValue("provider_code", error.code().orElse("")))
          .orElse(line)
          .log("provider request");
      if (bodies.getAsBoolean() && !request.secretBody()) {
        logBodies(answer);
      }
    }

    void failed(MightyCallException failed) {
      Throwable cause = failed.getCause();
      start(Level.WARN)
          .addKeyValue("provider_error", failed.kind())
          .addKeyValue("provider_cause", cause == null ? "" : cause.toString())
          .log("provider request");
    }

    private LoggingEventBuilder start(Level level) {
      return LOG.atLevel(level)
          .addKeyValue("provider_method", request.verb())
          .addKeyValue("provider_path", request.template())
          .addKeyValue("provider_ms", (nanoTime.getAsLong() - startedNanos) / NANOS_PER_MILLI)
          .addKeyValue("provider_attempt", attempt)
          .addKeyValue("budget_class", call.budget().requestClass().wireName())
          .addKeyValue("budget_used", use.used())
          .addKeyValue(RequestBudget.USED_PERCENT, use.percent());
    }

    private void logBodies(ProviderAnswer answer) {
      BODY_LOG
          .atInfo()
          .addKeyValue("provider_method", request.verb())
          .addKeyValue("provider_path", request.template())
          .addKeyValue("provider_status", answer.status())
          .addKeyValue("request_body", request.body().map(CallLog::shorten).orElse(""))
          .addKeyValue("response_body", shorten(answer.body()))
          .log("provider bodies");
    }
  }

  /** Masks before it cuts: half a secret is not recognised any more. */
  private static String shorten(String body) {
    String masked = Masking.mask(body);
    return masked.length() <= LONGEST_BODY ? masked : masked.substring(0, LONGEST_BODY) + "…";
  }
}
