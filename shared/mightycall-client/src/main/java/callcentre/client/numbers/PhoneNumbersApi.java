package callcentre.client.numbers;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderRequest;
import callcentre.client.json.Json;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** The business numbers of the account: {@code /phonenumbers} (reference 3.3). */
public final class PhoneNumbersApi {

  private static final String LIST = "/phonenumbers";
  private static final String ONE = "/phonenumbers/{phoneNumber}";

  private final ProviderCaller caller;

  public PhoneNumbersApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * All numbers; the provider has no pages here.
   *
   * @throws MightyCallException when there is no answer that can be read: never an empty list
   */
  public NumberList list(CallContext context) {
    return caller.call(
        ProviderRequest.get(LIST),
        context,
        answer -> NumberList.read(Json.requireData(answer.body())));
  }

  /**
   * One number. The provider answers with the first number that contains the digits (reference 6,
   * row 23), so another number counts as none.
   *
   * @param number at most 11 digits can be asked for; a longer number is empty without a request
   * @return empty when the account does not have it
   */
  public Optional<ProviderNumber> find(PhoneNumber number, CallContext context) {
    if (number.digits().length() > 11) {
      return Optional.empty();
    }
    try {
      ProviderNumber found =
          caller.call(
              ProviderRequest.get(ONE, number.digits()),
              context,
              answer -> ProviderNumber.read(Json.requireData(answer.body())));
      return Optional.of(found)
          .filter(same -> PhoneNumber.find(same.number()).filter(number::equals).isPresent());
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * <b>Destroys numbers of the account.</b> Whoever calls it has asked for a confirmation and
   * looked at the stack's switch.
   *
   * @param numbers exactly as the provider writes them, at least one
   * @return what became of each; all, some or none may be deleted
   * @throws MightyCallException when it is not known what became of them (a time-out, a failure),
   *     or nothing was done (a refusal): the kind says which
   */
  public List<NumberDeletion> delete(List<String> numbers, CallContext context) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("there is no number to delete");
    }
    return caller.call(
        ProviderRequest.deleteListed(LIST, Json.write(numbers)),
        context,
        answer -> Json.requireArray(answer.body()).stream().map(NumberDeletion::read).toList());
  }
}
