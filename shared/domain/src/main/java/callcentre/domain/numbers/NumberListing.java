package callcentre.domain.numbers;

import callcentre.domain.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's list of business numbers, with the writings of one number joined.
 *
 * @param numbers one entry a number, in the provider's order
 * @param merged how many listings were a second writing of a number already listed
 * @param unreadable the raw strings that cannot be telephone numbers; they are reported, not
 *     dropped
 */
public record NumberListing(List<JoinedNumber> numbers, int merged, List<String> unreadable) {

  public NumberListing {
    numbers = List.copyOf(numbers);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Joins listings of one number. The writing that already is E.164 gives label and attributes,
   * else the first one in order of the text; the others become {@link JoinedNumber#alsoKnownAs}.
   * The provider's order decides nothing inside a number: the same listings in another order must
   * not look like a change.
   *
   * @param listed every listing of one complete answer
   */
  public static NumberListing join(List<ListedNumber> listed) {
    Map<PhoneNumber, List<ListedNumber>> byNumber = new LinkedHashMap<>();
    List<String> unreadable = new ArrayList<>();
    for (ListedNumber listing : listed) {
      Optional<PhoneNumber> number = PhoneNumber.find(listing.raw());
      if (number.isPresent()) {
        byNumber.computeIfAbsent(number.get(), key -> new ArrayList<>()).add(listing);
      } else {
        unreadable.add(listing.raw());
      }
    }
    List<JoinedNumber> joined = new ArrayList<>(byNumber.size());
    byNumber.forEach((number, writings) -> joined.add(joinOne(number, writings)));
    int merged = listed.size() - unreadable.size() - joined.size();
    return new NumberListing(joined, merged, unreadable);
  }

  private static JoinedNumber joinOne(PhoneNumber number, List<ListedNumber> writings) {
    List<ListedNumber> inOrder =
        writings.stream()
            .sorted(
                Comparator.comparing((ListedNumber writing) -> !number.isWrittenAs(writing.raw()))
                    .thenComparing(ListedNumber::raw)
                    .thenComparing(writing -> writing.label().orElse(""))
                    .thenComparing(writing -> writing.attributes().toString()))
            .toList();
    List<RawForm> others =
        inOrder.stream()
            .skip(1)
            .map(writing -> new RawForm(writing.raw(), writing.label()))
            .distinct()
            .toList();
    return new JoinedNumber(number, inOrder.getFirst(), others);
  }
}
