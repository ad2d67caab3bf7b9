package callcentre.client.numbers;

import callcentre.client.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account's business numbers.
 *
 * @param numbers those that have a number at all, in the provider's order
 * @param unreadable how many entries had none
 * @param total how many the provider says there are; empty when it does not say
 */
public record NumberList(List<ProviderNumber> numbers, int unreadable, Optional<Long> total) {

  public NumberList {
    numbers = List.copyOf(numbers);
  }

  /** Whether nothing is missing, so that what is not listed is gone from the account. */
  public boolean isComplete() {
    return unreadable == 0 && total.filter(said -> said != numbers.size()).isEmpty();
  }

  static NumberList read(Fields data) {
    List<ProviderNumber> numbers = new ArrayList<>();
    int unreadable = 0;
    for (Fields entry : data.requireObjects("phoneNumbers")) {
      if (entry.text("number").isPresent()) {
        numbers.add(ProviderNumber.read(entry));
      } else {
        unreadable++;
      }
    }
    return new NumberList(numbers, unreadable, data.number("total"));
  }
}
