package callcentre.client.communications;

import callcentre.client.json.Fields;
import callcentre.domain.evidence.ProviderIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody of the address book or the team, with what last happened.
 *
 * @param contactId 24 hexadecimal digits; empty for who is in no address book
 * @param phones of the contact, as they were written
 * @param last what last happened
 */
public record InteractionContact(
    Optional<String> contactId,
    Optional<String> firstName,
    Optional<String> lastName,
    List<String> phones,
    Optional<Interaction> last) {

  public InteractionContact {
    phones = List.copyOf(phones);
  }

  static InteractionContact read(Fields fields) {
    Stream<Optional<String>> phones =
        fields.objects("channels").stream().map(channel -> channel.text("phone"));
    return new InteractionContact(
        fields.text("contactId").flatMap(ProviderIds::journalId),
        fields.text("firstName"),
        fields.text("lastName"),
        phones.flatMap(Optional::stream).toList(),
        fields.object("actualInteraction").map(Interaction::read));
  }
}
