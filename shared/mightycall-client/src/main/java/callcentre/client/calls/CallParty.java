package callcentre.client.calls;

import callcentre.client.json.Fields;
import java.util.Optional;

/**
 * One end of a call. Absent and null are the same.
 *
 * @param name of the person, or the number again where the provider knows nobody
 * @param extension of a user of the account
 * @param phone E.164, or another number's text
 * @param connected whether this end talked; false where the provider does not say
 * @param firstConnected whether it was the first that answered; empty where the provider does not
 *     say
 */
public record CallParty(
    Optional<String> name,
    Optional<String> extension,
    Optional<String> phone,
    boolean connected,
    Optional<Boolean> firstConnected) {

  static CallParty read(Fields fields) {
    return new CallParty(
        fields.text("name"),
        fields.text("extension"),
        fields.text("phone"),
        fields.flag("isConnected").orElse(false),
        fields.flag("isFirstConnected"));
  }
}
