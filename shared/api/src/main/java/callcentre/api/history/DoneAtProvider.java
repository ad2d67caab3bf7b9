package callcentre.api.history;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.links.StoreResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Notes in the rows here what was done at the provider: through the gate and the merge, as a sync
 * would.
 *
 * @param gate judges the fact
 * @param store keeps what was admitted
 * @param find the row of an id
 */
public record DoneAtProvider<F, R>(
    Function<List<F>, Admission<F>> gate,
    Function<List<Admitted<F>>, List<StoreResult<F>>> store,
    Function<String, Optional<R>> find) {

  /**
   * Stores what was done.
   *
   * @return the row as it is now
   * @throws ApiException 503 when it could not be stored: the provider has done it all the same
   */
  public R note(F fact) {
    try {
      Admission<F> admission = gate.apply(List.of(fact));
      if (!admission.refused().isEmpty()) {
        throw unnoted(admission.refused().getFirst().reason().toString());
      }
      StoreResult<F> result = store.apply(admission.admitted()).getFirst();
      if (result.problem().isPresent()) {
        throw unnoted(result.problem().get());
      }
      return find.apply(result.row())
          .orElseThrow(() -> unnoted("the row " + result.row() + " is gone"));
    } catch (SdkException failure) {
      throw unnoted(failure);
    }
  }

  private static ApiException unnoted(String why) {
    return unnoted(new IllegalStateException(why));
  }

  private static ApiException unnoted(RuntimeException cause) {
    return ApiException.of(
        ErrorCode.TEMPORARILY_UNAVAILABLE,
        "MightyCall has done it, but it could not be noted here. The next sync shows it.",
        cause);
  }
}
