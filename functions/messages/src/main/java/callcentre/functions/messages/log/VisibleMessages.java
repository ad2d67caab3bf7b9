package callcentre.functions.messages.log;

import callcentre.api.access.Caller;
import callcentre.api.history.RowScopes;
import callcentre.api.problem.ApiException;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.storage.messages.MessageLog;
import callcentre.storage.sms.MessageBatches;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One message by its id, for whoever may see it. */
@Singleton
final class VisibleMessages {

  /**
   * For so long a batch may lack its rows: the dispatcher makes them within minutes. A row that is
   * missing later was taken away.
   */
  private static final Duration SPREADING = Duration.ofHours(1);

  private final MessageLog log;
  private final MessageBatches batches;
  private final RowScopes scopes;
  private final InstantSource clock;

  VisibleMessages(MessageLog log, MessageBatches batches, RowScopes scopes, InstantSource clock) {
    this.log = log;
    this.batches = batches;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * The message of an id: 1 request, 2 for one that was accepted a moment ago.
   *
   * @param id as the client wrote it
   * @throws ApiException 404, the same for a text that is no id, a message that does not exist and
   *     one that the caller may not see
   */
  LoggedMessage require(String id, Caller caller) {
    return log.find(id)
        .or(() -> accepted(id).map(LoggedMessage::of))
        .filter(message -> message.isIn(scopes.of(caller)))
        .orElseThrow(() -> ApiException.notFound("message"));
  }

  /** A message that was accepted and has no row yet. */
  private Optional<OutgoingMessage> accepted(String id) {
    return OutgoingId.find(id)
        .flatMap(
            sought ->
                batches
                    .find(sought.batch())
                    .filter(this::isRecent)
                    .flatMap(
                        batch ->
                            batch.messages().stream()
                                .filter(message -> message.id().equals(sought))
                                .findFirst()));
  }

  private boolean isRecent(MessageBatch batch) {
    return clock.instant().isBefore(batch.acceptedAt().plus(SPREADING));
  }
}
