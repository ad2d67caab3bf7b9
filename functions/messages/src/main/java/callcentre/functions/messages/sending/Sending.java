package callcentre.functions.messages.sending;

import callcentre.api.access.Principal;
import callcentre.api.json.Json;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.IdempotentRequest;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.phone.PhoneNumber;
import callcentre.functions.messages.sending.Acceptance.Once;
import callcentre.storage.idempotency.BeginResult;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.IdempotencyRepository;
import callcentre.storage.idempotency.StoredAnswer;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.StoredFile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts what a person wants sent: once, whether the client sends a key or not. */
@Singleton
public final class Sending {

  /** How long the same message to the same people means the same request (contract). */
  static final Duration DERIVED_MEMORY = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final String DERIVED = "derived: POST send-sms";
  private static final int ACCEPTED = 202;

  private final SendingNumbers senders;
  private final OptOuts optOuts;
  private final Acceptance acceptance;
  private final IdempotencyRepository records;
  private final InstantSource clock;
  private final RandomGenerator random;

  Sending(
      SendingNumbers senders,
      OptOuts optOuts,
      Acceptance acceptance,
      IdempotencyRepository records,
      InstantSource clock,
      RandomGenerator random) {
    this.senders = senders;
    this.optOuts = optOuts;
    this.acceptance = acceptance;
    this.records = records;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Accepts an order, or finds what was answered to the same one.
   *
   * @throws ApiException 404, 400 or 409 for the sender, 422 when nobody is left to send to or the
   *     key was used for something else; nothing was sent then
   */
  public StoredAnswer send(SendBody body, IdempotentRequest request, Principal principal) {
    SendOrder order = body.order();
    Once once = once(order, request, principal);
    // Files are stored before the batch: the same ones again would be of no use.
    if (!order.files().isEmpty()) {
      Optional<StoredAnswer> first = answered(once);
      if (first.isPresent()) {
        return again(first.get(), request);
      }
    }
    try {
      return accept(order, once, request, principal);
    } catch (ApiException refused) {
      // The world changed since the first request; its answer still is what became of it.
      return again(answered(once).orElseThrow(() -> refused), request);
    }
  }

  private StoredAnswer accept(
      SendOrder order, Once once, IdempotentRequest request, Principal principal) {
    senders.require(order.from(), order.organisation(), !order.files().isEmpty(), principal);
    Set<PhoneNumber> stopped = optOuts.stopped(order.from(), order.to());
    List<PhoneNumber> wanted = order.to().stream().filter(to -> !stopped.contains(to)).toList();
    if (wanted.isEmpty()) {
      throw nobodyLeft(order);
    }
    MessageBatch batch = batch(order, wanted, principal);
    StoredAnswer answer = stored(SendAnswer.of(order, batch));
    Optional<StoredAnswer> first = acceptance.accept(batch, order.files(), once, answer);
    if (first.isPresent()) {
      return again(first.get(), request);
    }
    LOG.atInfo()
        .addKeyValue("audit", "sms_accepted")
        .addKeyValue("actor", principal.userId())
        .addKeyValue("batch", batch.id())
        .addKeyValue("sms_messages", wanted.size())
        .log("Messages were accepted");
    return answer;
  }

  private Once once(SendOrder order, IdempotentRequest request, Principal principal) {
    return request
        .key()
        .map(key -> new Once(key, request.bodyHash(), IdempotencyRepository.MEMORY))
        .orElseGet(
            () -> {
              String digest = RequestDigest.of(order);
              return new Once(
                  new IdempotencyKey(principal.userId(), DERIVED, digest), digest, DERIVED_MEMORY);
            });
  }

  private Optional<StoredAnswer> answered(Once once) {
    Instant now = clock.instant();
    return switch (records.find(once.key(), once.bodyHash(), now)) {
      case BeginResult.Completed(StoredAnswer first) -> Optional.of(first);
      case BeginResult.DifferentBody other -> throw Acceptance.reused();
      case BeginResult.Started free -> Optional.empty();
      case BeginResult.InProgress running -> Optional.empty();
    };
  }

  private MessageBatch batch(SendOrder order, List<PhoneNumber> wanted, Principal principal) {
    return new MessageBatch(
        HexFormat.of().toHexDigits(random.nextLong())
            + HexFormat.of().toHexDigits(random.nextLong()),
        order.from(),
        wanted,
        order.text(),
        order.files().stream().map(StoredFile::name).toList(),
        principal.userId(),
        principal.extension(),
        Optional.empty(),
        clock.instant());
  }

  private static ApiException nobodyLeft(SendOrder order) {
    Segments segments = Segments.of(order.text());
    return ApiException.of(
            ErrorCode.NO_VALID_RECIPIENT,
            "Every recipient wrote STOP to this number. Nothing was sent; an administrator can lift"
                + " an opt-out if the recipient asks for it.")
        .member(
            "messages",
            order.to().stream().map(to -> SentMessageView.optedOut(to, segments)).toList());
  }

  private static StoredAnswer stored(SendAnswer answer) {
    return new StoredAnswer(
        ACCEPTED, Map.of("Content-Type", "application/json"), Json.write(answer));
  }

  /** With a key of the client, the first answer as it was; else it says that it was the first. */
  private static StoredAnswer again(StoredAnswer first, IdempotentRequest request) {
    return request.key().isPresent() ? first : Duplicates.marked(first);
  }
}
