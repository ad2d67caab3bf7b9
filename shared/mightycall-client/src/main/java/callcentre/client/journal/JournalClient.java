package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import java.util.Optional;

/**
 * The other side of a journal row.
 *
 * @param address a number, or another text; empty for an anonymous client
 * @param widgetName of the widget through which a callback was wanted
 */
public record JournalClient(
    Optional<String> address,
    Optional<ProviderWord<ClientType>> type,
    Optional<String> widgetName,
    Optional<String> endpoint,
    Optional<ProviderWord<CallerKind>> callerKind) {

  static JournalClient read(Fields fields) {
    return new JournalClient(
        fields.text("address"),
        fields.word("type", ClientType.class),
        fields.text("widgetName"),
        fields.text("endpoint"),
        fields.word("callerKind", CallerKind.class));
  }
}
