package callcentre.client.numbers;

import callcentre.client.json.Fields;
import callcentre.client.json.ProviderWord;
import java.util.Optional;

/**
 * What the provider says of one number that was to be deleted (reference 3.3).
 *
 * @param number as it was asked for
 * @param message the provider's sentence for people
 */
public record NumberDeletion(
    String number, ProviderWord<DeletionStatus> status, Optional<String> message) {

  /** Whether the number is gone from the account. */
  public boolean isDeleted() {
    return status.is(DeletionStatus.DEL);
  }

  static NumberDeletion read(Fields fields) {
    return new NumberDeletion(
        fields.text("id").orElse(""),
        ProviderWord.read(fields.requireText("status"), DeletionStatus.class),
        fields.text("message"));
  }
}
