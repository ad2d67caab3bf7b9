package callcentre.functions.messages.sending;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.StoredFile;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants sent, in a form that can be sent.
 *
 * @param to 1 to 50, each once
 * @param text may be empty only with files
 * @param organisation that the person believes to own the sender
 */
record SendOrder(
    PhoneNumber from,
    List<PhoneNumber> to,
    String text,
    List<StoredFile> files,
    Optional<OrganisationId> organisation) {

  SendOrder {
    to = List.copyOf(to);
    files = List.copyOf(files);
  }
}
