package callcentre.client.journal;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import java.util.Optional;

/**
 * A person, group, queue or box of the account that a row is about.
 *
 * @param id GUID of the team's list, as it was written
 * @param agentRole what it had to do with the row
 * @param accountRole what it may do in the account, as it was written
 * @param forwardingNumber where its calls go, as it was written
 */
public record JournalAgent(
    Optional<String> id,
    Optional<String> groupId,
    Optional<ProviderWord<AgentRole>> agentRole,
    Optional<String> name,
    Optional<String> extension,
    Optional<String> forwardingNumber,
    Optional<String> phone,
    Optional<String> accountRole,
    Optional<String> email,
    Optional<ProviderWord<AgentType>> type) {

  static JournalAgent read(Fields fields) {
    return new JournalAgent(
        fields.text("id"),
        fields.text("groupId"),
        fields.word("agentRole", AgentRole.class),
        fields.text("name"),
        fields.text("extension"),
        fields.text("forwardingNumber"),
        fields.text("phone"),
        fields.text("role"),
        fields.text("email"),
        fields.word("type", AgentType.class));
  }
}
