package callcentre.functions.messages;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageFact.SentAs;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Some weeks of messages of every kind, made by chance from a seed, with the rows that follow. */
final class History {

  private static final Instant NEWEST = Instant.parse("2026-11-21T09:00:00Z");
  private static final List<PhoneNumber> NUMBERS = List.of(Facts.MAIN, Facts.SECOND, Facts.OTHER);
  private static final List<PhoneNumber> CLIENTS =
      List.of(Facts.CLIENT, Facts.NEIGHBOUR, new PhoneNumber("+13475550199"));
  private static final List<String> EXTENSIONS = List.of("101", "102", "103");
  private static final SendError WHY = new SendError("provider_refused", "Failed to send message.");

  /** What a list shows of a message. */
  record Row(
      String id,
      PhoneNumber business,
      PhoneNumber client,
      Direction direction,
      SendState status,
      String text,
      boolean hasFiles,
      Optional<String> extension,
      Instant at) {}

  /** Newest first. */
  final List<Row> rows = new ArrayList<>();

  private final List<JournalMessage> journal = new ArrayList<>();
  private final List<MessageBatch> batches = new ArrayList<>();
  private final Random random;

  private History(long seed) {
    this.random = new Random(seed);
  }

  static History of(long seed, int size) {
    History history = new History(seed);
    for (int number = 0; number < size; number++) {
      history.add(number, NEWEST.minus(Duration.ofMinutes(481L * number)));
    }
    return history;
  }

  List<String> ids(Predicate<Row> meaning) {
    return rows.stream().filter(meaning).map(Row::id).toList();
  }

  void store(MessagesStage stage) {
    stage.store(journal);
    OutgoingMessages messages = stage.api.bean(OutgoingMessages.class);
    for (MessageBatch batch : batches) {
      OutgoingMessage row = messages.insert(batch.messages()).getFirst();
      moveOn(messages, messages.find(row.id()).orElseThrow(), wanted(row.id().value()));
    }
  }

  /** The journal's record of a message that we sent. */
  JournalMessage recordOf(Row sent, int number) {
    return Facts.message(
        number,
        sent.business(),
        sent.client(),
        Direction.OUTGOING,
        Delivery.SENT,
        sent.text(),
        0,
        sent.extension(),
        sent.at().plusSeconds(9));
  }

  /** Notes in a journal row which message of ours it is, as a pull of the journal does. */
  void link(MessagesStage stage, int number, String sentAs) {
    stage.store(
        List.of(
            new SentAs(Facts.id(number), OutgoingId.find(sentAs).orElseThrow(), Facts.OBSERVED)));
  }

  private void add(int number, Instant at) {
    PhoneNumber business = pick(NUMBERS);
    PhoneNumber client = pick(CLIENTS);
    String text = "This is number " + number;
    if (random.nextInt(3) == 0) {
      addOurs(number, business, client, text, at);
      return;
    }
    Direction direction = pick(List.of(Direction.INCOMING, Direction.OUTGOING));
    boolean cameIn = direction == Direction.INCOMING;
    Delivery delivery =
        cameIn ? Delivery.UNSPECIFIED : pick(List.of(Delivery.SENT, Delivery.NOT_SENT));
    SendState status =
        cameIn ? SendState.RECEIVED : delivery == Delivery.SENT ? SendState.SENT : SendState.FAILED;
    Optional<String> extension = Optional.of(pick(EXTENSIONS)).filter(any -> random.nextBoolean());
    int files = random.nextInt(4) == 0 ? 1 : 0;
    journal.add(
        Facts.message(number, business, client, direction, delivery, text, files, extension, at));
    rows.add(
        new Row(
            Facts.id(number).value(),
            business,
            client,
            direction,
            status,
            text,
            files > 0,
            extension,
            at));
  }

  private void addOurs(
      int number, PhoneNumber business, PhoneNumber client, String text, Instant at) {
    String extension = pick(EXTENSIONS);
    MessageBatch batch =
        new MessageBatch(
            "batch%06d".formatted(number),
            business,
            List.of(client),
            text,
            List.of(),
            "user",
            Optional.of(new Extension(extension)),
            Optional.empty(),
            at);
    batches.add(batch);
    rows.add(
        new Row(
            batch.messages().getFirst().id().value(),
            business,
            client,
            Direction.OUTGOING,
            pick(List.of(SendState.QUEUED, SendState.SENT, SendState.FAILED, SendState.UNKNOWN)),
            text,
            false,
            Optional.of(extension),
            at));
  }

  private SendState wanted(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow().status();
  }

  private static void moveOn(
      OutgoingMessages messages, Versioned<OutgoingMessage> row, SendState state) {
    Instant at = row.value().acceptedAt().plusSeconds(5);
    if (state == SendState.QUEUED) {
      return;
    }
    Versioned<OutgoingMessage> claimed =
        messages.write(row, row.value().claimed(new Attempt("attempt", at)));
    OutgoingMessage ended =
        switch (state) {
          case SENT -> claimed.value().accepted(Optional.of("provider"), at);
          case FAILED -> claimed.value().ended(SendEvent.REFUSE, WHY, at);
          case UNKNOWN -> claimed.value().ended(SendEvent.LOSE, WHY, at);
          case QUEUED, SCHEDULED, SENDING, CANCELED, RECEIVED ->
              throw new IllegalArgumentException("not made here: " + state);
        };
    messages.write(claimed, ended);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
