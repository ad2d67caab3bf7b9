package callcentre.functions.syncworker.history;

import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.PhoneNumberRepository;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The account's own numbers, read once a pull: they decide the direction of a call. */
final class OwnNumbers implements Predicate<PhoneNumber> {

  private final Set<PhoneNumber> numbers;

  private OwnNumbers(Set<PhoneNumber> numbers) {
    this.numbers = numbers;
  }

  /** Those that are stored now, removed ones included: 1 request. */
  static OwnNumbers of(PhoneNumberRepository numbers) {
    return new OwnNumbers(
        numbers.all().stream()
            .map(row -> row.value().number())
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public boolean test(PhoneNumber number) {
    return numbers.contains(number);
  }
}
