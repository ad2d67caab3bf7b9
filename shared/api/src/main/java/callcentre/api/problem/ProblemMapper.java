package callcentre.api.problem;

import java.util.Optional;

/**
 * Says which answer an exception is, for exceptions of libraries that this module does not know
 * (the provider's client above all). A function supplies mappers as beans.
 */
@FunctionalInterface
public interface ProblemMapper {

  /**
   * The answer for an exception.
   *
   * @return empty when this mapper does not know it
   */
  Optional<ApiException> map(Throwable failure);

  /** A mapper for one type of exception and its subtypes. */
  static <T extends Throwable> ProblemMapper of(
      Class<T> type, java.util.function.Function<? super T, ApiException> answer) {
    return failure ->
        type.isInstance(failure) ? Optional.of(answer.apply(type.cast(failure))) : Optional.empty();
  }
}
