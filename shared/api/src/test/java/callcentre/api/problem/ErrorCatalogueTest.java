package callcentre.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table "status, error" of the contract, written out. */
class ErrorCatalogueTest {

  private static final String CONTRACT =
      """
      400 invalid_request
      401 unauthenticated
      403 unauthorized
      404 not_found
      405 method_not_allowed
      413 payload_too_large
      415 unsupported_media_type
      416 range_not_satisfiable
      409 conflict
      409 sync_running
      409 user_key_missing
      409 ambiguous_record
      409 contacts_limit_exceeded
      409 idempotency_in_progress
      409 webphone_disabled
      409 webphone_unsafe_key
      412 precondition_failed
      422 idempotency_key_reused
      422 no_valid_recipient
      429 rate_budget_exhausted
      429 too_many_requests
      500 mightycall_sync_failed
      500 internal_error
      502 mightycall_error
      503 temporarily_unavailable
      504 mightycall_timeout
      """;

  @Test
  void theCatalogueIsExactlyTheContracts() {
    Map<String, Integer> contract =
        CONTRACT
            .lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[1], words -> Integer.valueOf(words[0])));
    Map<String, Integer> catalogue =
        Arrays.stream(ErrorCode.values())
            .collect(Collectors.toMap(ErrorCode::code, ErrorCode::status));
    assertThat(catalogue).isEqualTo(contract);
  }
}
