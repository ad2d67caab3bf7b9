package callcentre.simulator.families;

import callcentre.simulator.account.Account;
import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /v4/api/phonenumbers}, all and one (MightyCall reference 3.3). */
public final class PhoneNumbersFamily implements Family {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,11}");

  private final Account account;
  private final NumberDeletion deletion;

  public PhoneNumbersFamily(Account account) {
    this.account = account;
    this.deletion = new NumberDeletion(account);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/v4/api/phonenumbers", new Endpoint.SignedIn(this::list)),
        Route.of("GET", "/v4/api/phonenumbers/{phoneNumber}", new Endpoint.SignedIn(this::first)),
        Route.of("DELETE", "/v4/api/phonenumbers", new Endpoint.SignedIn(deletion::delete)));
  }

  private Answer list(Call call, TeamUser caller) {
    ObjectNode data = Json.object();
    ArrayNode numbers = data.putArray("phoneNumbers");
    account.data().numbers().forEach(number -> numbers.add(json(number)));
    // The form of a deleted number is nowhere shown; every example has none.
    data.putArray("deletedPhoneNumbers");
    return Envelope.data(data.put("total", numbers.size()));
  }

  private Answer first(Call call, TeamUser caller) {
    String digits = call.variable("phoneNumber");
    Optional<PhoneNumber> found =
        DIGITS.matcher(digits).matches()
            ? account.data().numbers().stream()
                .filter(number -> number.digits().contains(digits))
                .findFirst()
            : Optional.empty();
    return found
        .map(number -> Envelope.data(json(number)))
        .orElseGet(() -> ProviderErrors.message(400, "Number not found"));
  }

  private static ObjectNode json(PhoneNumber number) {
    return Json.object()
        .put("number", number.number())
        .put("isEnabled", number.isEnabled())
        .put("isPrimary", number.isPrimary())
        .put("isTollFree", number.isTollFree())
        .put("isInternational", number.isInternational())
        .put("smsMode", number.smsMode())
        .put("numberMessagingVerified", number.numberMessagingVerified())
        .put("isMmsEnabled", number.isMmsEnabled())
        .put("callRecordingMode", number.callRecordingMode())
        .put("description", number.description())
        .put("label", number.label())
        .put("mayText", number.mayText())
        .put("mayCall", number.mayCall());
  }
}
