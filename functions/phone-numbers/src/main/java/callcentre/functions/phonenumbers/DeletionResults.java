package callcentre.functions.phonenumbers;

import callcentre.client.numbers.NumberDeletion;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a number's writings at the provider (contract: "DELETE …/phone-numbers/{number}").
 */
record DeletionResults(List<Result> results) {

  private static final String UNNAMED = "unnamed";

  /**
   * One writing.
   *
   * @param id the provider's writing of the number
   * @param deleted whether the provider says that it is gone
   * @param status the provider's word; {@code unnamed} when its answer left this writing out
   * @param message the provider's sentence
   */
  record Result(PhoneNumber number, String id, boolean deleted, String status, String message) {}

  /**
   * The results, one for each writing that was asked for.
   *
   * @param answered what the provider answered, perhaps not about all of them
   */
  static DeletionResults of(
      PhoneNumber number, Set<String> writings, List<NumberDeletion> answered) {
    Map<String, NumberDeletion> byWriting =
        answered.stream()
            .collect(
                Collectors.toMap(
                    NumberDeletion::number, Function.identity(), (first, second) -> first));
    return new DeletionResults(
        writings.stream().map(writing -> result(number, writing, byWriting)).toList());
  }

  /** Whether the number is gone in each of its writings. */
  boolean isWhole() {
    return results.stream().allMatch(Result::deleted);
  }

  /** Whether nothing is gone. */
  boolean isNone() {
    return results.stream().noneMatch(Result::deleted);
  }

  private static Result result(
      PhoneNumber number, String writing, Map<String, NumberDeletion> byWriting) {
    NumberDeletion answer = byWriting.get(writing);
    return answer == null
        ? new Result(number, writing, false, UNNAMED, "The provider said nothing of it.")
        : new Result(
            number,
            writing,
            answer.isDeleted(),
            answer.status().written(),
            answer.message().orElse(""));
  }
}
