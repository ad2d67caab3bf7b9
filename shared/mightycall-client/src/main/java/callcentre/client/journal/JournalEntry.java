package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderDuration;
import callcentre.client.json.ProviderWord;
import callcentre.client.json.RowIds;
import callcentre.domain.evidence.ProviderIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the journal: a call, a voicemail, a message, a wish to be called back (reference 3.5).
 * Only id, type and time are always there.
 *
 * @param id 24 hexadecimal digits in small letters, the key of every journal operation
 * @param requestGuid for calls the id of {@code /calls}, as it seems; zeros are none
 * @param type a voicemail is a {@code call} whose {@code state} is {@code voiceMail}
 * @param created when it began
 * @param users who else took part, only when they were asked for
 * @param text of a message, or the script of a call
 * @param duration {@code hh:mm:ss}
 * @param workflow empty where nothing has to be done
 */
public record JournalEntry(
    String id,
    Optional<String> requestGuid,
    ProviderWord<JournalType> type,
    Optional<ProviderWord<JournalState>> state,
    Optional<ProviderWord<JournalOrigin>> origin,
    Instant created,
    Optional<Instant> respondedAt,
    Optional<JournalClient> client,
    Optional<JournalNumber> businessNumber,
    Optional<JournalAgent> agent,
    List<JournalAgent> users,
    List<String> tags,
    Optional<String> comment,
    Optional<Boolean> favorite,
    Optional<Boolean> read,
    Optional<String> text,
    Optional<ProviderWord<Availability>> textAvailability,
    Optional<Duration> duration,
    Optional<JournalVoicemail> voicemail,
    Optional<JournalRecording> recording,
    Optional<ProviderWord<MessageDelivery>> delivery,
    List<JournalAttachment> attachments,
    Optional<ProviderWord<JournalWorkflow>> workflow,
    Optional<Boolean> inConversation,
    Optional<ProviderWord<Availability>> availability) {

  public JournalEntry {
    users = List.copyOf(users);
    tags = List.copyOf(tags);
    attachments = List.copyOf(attachments);
  }

  /**
   * Reads a row, of whichever family that shows journal rows.
   *
   * @throws callcentre.client.json.UnreadableAnswerException when it lacks what every row has
   */
  public static JournalEntry read(Fields fields) {
    Optional<Fields> textModel = fields.object("textModel");
    return new JournalEntry(
        RowIds.requireJournalId(fields, "id"),
        fields.text("requestGuid").flatMap(ProviderIds::guid),
        ProviderWord.read(fields.requireText("type"), JournalType.class),
        fields.word("state", JournalState.class),
        fields.word("origin", JournalOrigin.class),
        fields.requireTime("created"),
        fields.time("respondedAt"),
        fields.object("client").map(JournalClient::read),
        fields.object("businessNumber").map(JournalNumber::read),
        fields.object("agent").map(JournalAgent::read),
        fields.objects("users").stream().map(JournalAgent::read).toList(),
        fields.texts("tags"),
        fields.text("comment"),
        fields.flag("favorite"),
        fields.flag("read"),
        textModel.flatMap(model -> model.text("text")).or(() -> fields.text("text")),
        textModel.flatMap(model -> model.word("availability", Availability.class)),
        ProviderDuration.clock(fields, "duration"),
        fields.object("voicemail").map(JournalVoicemail::read),
        fields.object("recording").map(JournalRecording::read),
        fields.word("messageDeliveryStatus", MessageDelivery.class),
        fields.objects("attachments").stream().map(JournalAttachment::read).toList(),
        fields.object("wfstate").flatMap(state -> state.word("state", JournalWorkflow.class)),
        fields.flag("inConversation"),
        fields.word("availability", Availability.class));
  }

  /** Whether it is a row of this type. */
  public boolean is(JournalType wanted) {
    return type.is(wanted);
  }

  /** Whether it ended so. */
  public boolean is(JournalState wanted) {
    return state.filter(word -> word.is(wanted)).isPresent();
  }
}
