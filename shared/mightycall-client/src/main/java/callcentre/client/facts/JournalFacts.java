package callcentre.client.facts;

import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalState;
import callcentre.client.journal.JournalType;
import callcentre.client.json.ProviderWord;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Directions;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.messages.Attachment;
import callcentre.domain.messages.Delivery;
import callcentre.domain.messages.MessageFact.JournalMessage;
import callcentre.domain.messages.MessageId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Facts of the journal (reference 3.5): one row may be a call and a voicemail at once. */
public final class JournalFacts {

  private final Predicate<PhoneNumber> owned;

  /**
   * @param owned whether a number is the account's own
   */
  public JournalFacts(Predicate<PhoneNumber> owned) {
    this.owned = owned;
  }

  /**
   * What a row is.
   *
   * @param observedAt when the request was begun
   */
  public JournalReading read(JournalEntry row, Instant observedAt) {
    Optional<JournalType> type = row.type().known();
    if (type.isEmpty()) {
      return other(row);
    }
    return switch (type.get()) {
      case CALL, CALLBACK_REQUEST ->
          new JournalReading.CallRow(
              call(row, observedAt),
              isVoicemail(row)
                  ? Optional.of(JournalVoicemails.of(row, observedAt))
                  : Optional.empty());
      case MESSAGE -> new JournalReading.MessageRow(message(row, observedAt));
      case UNSPECIFIED, MESSAGE_THREAD, TASK, SERVICE, DEFAULT, ALL -> other(row);
    };
  }

  private static JournalReading other(JournalEntry row) {
    return new JournalReading.OtherRow(
        row.id(), "a row of type " + shorten(row.type().written()) + " is no call and no message");
  }

  private static boolean isVoicemail(JournalEntry row) {
    return row.is(JournalState.VOICE_MAIL) || row.voicemail().isPresent();
  }

  private JournalCall call(JournalEntry row, Instant observedAt) {
    return new JournalCall(
        new CallId(row.id()),
        row.requestGuid().map(CallId::new),
        details(row),
        new JournalNotes(row.comment(), workflow(row), row.read().orElse(false)),
        observedAt);
  }

  private CallDetails details(JournalEntry row) {
    CallStatus status =
        row.state().map(ProviderWord::written).map(CallStatus::ofWord).orElse(CallStatus.UNKNOWN);
    Optional<PhoneNumber> business = JournalParties.business(row);
    JournalParties parties = JournalParties.of(row, word(row), status == CallStatus.CONNECTED);
    Party called = parties.called().orElseGet(() -> businessOrNobody(business, parties));
    return new CallDetails(
        Directions.decide(word(row), parties.caller(), called, owned),
        status,
        parties.caller(),
        parties.legs(),
        business,
        row.created(),
        // Of a call that nobody answered it is not known what the moment means.
        row.respondedAt().filter(at -> status == CallStatus.CONNECTED),
        row.duration(),
        JournalParties.agent(row),
        row.recording().flatMap(JournalVoicemails::recording));
  }

  private static Party businessOrNobody(Optional<PhoneNumber> business, JournalParties parties) {
    return business
        .filter(number -> !parties.startedHere())
        .map(number -> Party.number(number, Optional.empty()))
        .orElseGet(() -> Party.anonymous(Optional.empty()));
  }

  private static JournalMessage message(JournalEntry row, Instant observedAt) {
    return new JournalMessage(
        new MessageId(row.id()),
        row.requestGuid(),
        JournalParties.business(row),
        JournalParties.client(row),
        word(row),
        row.text(),
        row.created(),
        row.delivery()
            .map(ProviderWord::written)
            .map(Delivery::ofWord)
            .orElse(Delivery.UNSPECIFIED),
        attachments(row),
        JournalParties.agent(row),
        row.read().orElse(false),
        workflow(row),
        row.comment(),
        JournalVoicemails.isAvailable(row.availability())
            && JournalVoicemails.isAvailable(row.textAvailability()),
        observedAt);
  }

  private static List<Attachment> attachments(JournalEntry row) {
    return row.attachments().stream()
        .map(
            file ->
                new Attachment(
                    file.fileName().orElse(""),
                    Math.max(0, file.sizeBytes().orElse(0L)),
                    file.image(),
                    file.storageExpired()))
        .toList();
  }

  private static Direction word(JournalEntry row) {
    if (row.is(JournalType.CALLBACK_REQUEST)) {
      return Direction.CALLBACK;
    }
    return row.origin().map(ProviderWord::written).map(Direction::ofWord).orElse(Direction.UNKNOWN);
  }

  private static WorkflowState workflow(JournalEntry row) {
    return row.workflow()
        .map(ProviderWord::written)
        .map(WorkflowState::ofWord)
        .orElse(WorkflowState.NONE);
  }

  private static String shorten(String word) {
    return word.length() <= 40 ? word : word.substring(0, 40);
  }
}
