package callcentre.functions.webhookreceiver;

import callcentre.aws.AwsClients;
import callcentre.aws.ConfigurationException;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.client.webhooks.WebhookBody;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import callcentre.storage.events.WebhookStateRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Decides about one request, and makes the one durable write (design: "Webhook"). */
final class Receiver {

  /** Larger than any event, and what one item of the table has room for beside its other fields. */
  static final int LARGEST_BODY_BYTES = 128 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final int SHOWN = 64;

  private final Account account;
  private final CallEventRepository events;
  private final FallbackQueue fallback;
  private final Pulse pulse;
  private final InstantSource clock;

  private Receiver(
      Account account,
      CallEventRepository events,
      FallbackQueue fallback,
      Pulse pulse,
      InstantSource clock) {
    this.account = account;
    this.events = events;
    this.fallback = fallback;
    this.pulse = pulse;
    this.clock = clock;
  }

  /** A receiver with its parts; making it reads nothing. */
  static Receiver of(AwsClients clients, Environment environment, InstantSource clock) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    return new Receiver(
        new Account(
            new Secrets(clients::secretsManager, clock),
            () -> environment.require(Variable.CREDENTIALS_SECRET_ID),
            clock),
        new CallEventRepository(database),
        new FallbackQueue(clients::sqs, () -> environment.require(Variable.WEBHOOK_QUEUE_URL)),
        new Pulse(new WebhookStateRepository(database), clock),
        clock);
  }

  /** Does what an event needs; nothing of it is kept or counted. */
  void prime() {
    account.knowsToken("priming");
    WebhookBody body =
        WebhookBody.parse("{\"EventType\":\"priming\"}").orElseThrow().without(account.keys());
    events.store(
        new StoredEvent(body.notice(), body.text(), Instant.EPOCH, EventStanding.QUARANTINED));
  }

  /**
   * @param token the address's last part; empty for the bare path
   */
  Reply receive(Optional<String> token, byte[] body) {
    try {
      if (token.filter(account::knowsToken).isEmpty()) {
        LOG.atWarn()
            .addKeyValue("webhook_refused", "unknown_address")
            .log("webhook: refused, the address is not ours");
        return new Reply.UnknownAddress();
      }
      if (body.length > LARGEST_BODY_BYTES) {
        LOG.atWarn()
            .addKeyValue("webhook_refused", "too_large")
            .addKeyValue("bytes", body.length)
            .log("webhook: refused, the body is larger than any event");
        return new Reply.TooLarge();
      }
      return take(new String(body, StandardCharsets.UTF_8));
    } catch (ConfigurationException notSetUp) {
      LOG.atError().setCause(notSetUp).log("webhook: not taken, the stage is not set up");
      return new Reply.Unavailable(
          "The stage is not set up: " + String.join(", ", notSetUp.names()) + ".");
    } catch (SdkException unavailable) {
      LOG.atError()
          .addKeyValue("webhook_kept", "nowhere")
          .setCause(unavailable)
          .log("webhook: neither the table nor the queue took an event; the sync will heal it");
      return new Reply.Unavailable("The event could not be kept. Send it again.");
    }
  }

  private Reply take(String text) {
    Optional<WebhookBody> parsed = WebhookBody.parse(text);
    if (parsed.isEmpty() || parsed.get().isValidation()) {
      LOG.atInfo()
          .addKeyValue("webhook_kept", "nothing_to_keep")
          .log("webhook: a request without an event, as when the address is tried");
      pulse.tried();
      return new Reply.Taken();
    }
    boolean believed = parsed.get().apiKey().filter(account::knowsKey).isPresent();
    WebhookBody clean = parsed.get().without(account.keys());
    keep(
        new StoredEvent(
            clean.notice(),
            clean.text(),
            clock.instant(),
            believed ? EventStanding.RECEIVED : EventStanding.QUARANTINED));
    return new Reply.Taken();
  }

  private void keep(StoredEvent event) {
    String where;
    try {
      where = events.store(event) ? "stored" : "known";
    } catch (SdkException refused) {
      LOG.atWarn()
          .setCause(refused)
          .log("webhook: the table refused an event, which goes to the queue");
      fallback.send(event);
      where = "queued";
    }
    String type = event.notice().type();
    LOG.atInfo()
        .addKeyValue("webhook_event", type.length() <= SHOWN ? type : type.substring(0, SHOWN))
        .addKeyValue("webhook_standing", event.standing().wireName())
        .addKeyValue("webhook_kept", where)
        .addKeyValue("event", event.notice().identity().hash())
        .log("webhook: event {}", where);
    if (event.standing() == EventStanding.RECEIVED && !where.equals("queued")) {
      pulse.heard();
    }
  }
}
