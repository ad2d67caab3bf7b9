package callcentre.functions.calls.writing;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.PhoneNumberRepository;
import jakarta.inject.Singleton;

/** From which business numbers somebody may call: those that its organisations own now. */
@Singleton
final class CallingNumbers {

  private final PhoneNumberRepository numbers;
  private final DirectoryCache directory;

  CallingNumbers(PhoneNumberRepository numbers, DirectoryCache directory) {
    this.numbers = numbers;
    this.directory = directory;
  }

  /**
   * Refuses a number from which the caller may not call.
   *
   * @throws ApiException 404, the same for a number that the account does not have and for one of
   *     others; 409 for one that the provider does not list any more
   */
  void require(PhoneNumber number, Principal principal) {
    AccountNumber row =
        numbers
            .find(number)
            .map(Versioned::value)
            .filter(known -> mayUse(number, principal))
            .orElseThrow(() -> ApiException.notFound("number to call from"));
    if (row.removedAt().isPresent()) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "MightyCall does not list the number to call from since "
              + row.removedAt().get()
              + ". No call was started.");
    }
  }

  private boolean mayUse(PhoneNumber number, Principal principal) {
    return principal.role() == Role.PLATFORM_ADMIN
        || directory
            .current()
            .numbers()
            .currentOwner(number)
            .filter(principal.organisations()::contains)
            .isPresent();
  }
}
