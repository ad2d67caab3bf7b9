package callcentre.client.communications;

import callcentre.client.journal.JournalOrigin;
import callcentre.client.journal.JournalState;
import callcentre.client.journal.JournalType;
import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import callcentre.domain.evidence.ProviderIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What last happened between a contact and the account (reference 3.7).
 *
 * @param requestGuid of the journal row; zeros are none
 * @param connectedUserIds GUIDs of the users who talked
 */
public record Interaction(
    Instant at,
    Optional<String> businessNumber,
    Optional<String> clientAddress,
    boolean widget,
    Optional<String> text,
    Optional<ProviderWord<JournalState>> state,
    Optional<ProviderWord<JournalType>> type,
    Optional<ProviderWord<JournalOrigin>> origin,
    Optional<ProviderWord<InteractionEvent>> event,
    Optional<Boolean> read,
    Optional<String> requestGuid,
    List<String> connectedUserIds) {

  public Interaction {
    connectedUserIds = List.copyOf(connectedUserIds);
  }

  static Interaction read(Fields fields) {
    return new Interaction(
        fields.requireTime("timestamp"),
        fields.text("businessNumber"),
        fields.text("clientAddress").or(() -> fields.text("widgetAddress")),
        fields.flag("isWidget").orElse(false),
        fields.text("text"),
        fields.word("requestState", JournalState.class),
        fields.word("requestType", JournalType.class),
        fields.word("callOrigin", JournalOrigin.class),
        fields.word("evt", InteractionEvent.class),
        fields.flag("read"),
        fields.text("requestGuid").flatMap(ProviderIds::guid),
        fields.texts("connectedUserIds"));
  }
}
