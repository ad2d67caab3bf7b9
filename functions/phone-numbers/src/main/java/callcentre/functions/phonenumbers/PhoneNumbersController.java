package callcentre.functions.phonenumbers;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.request.QueryParameters;
import callcentre.domain.phone.PhoneNumber;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The business numbers: list, label, owner. */
@Controller("/api/admin/mightycall/phone-numbers")
final class PhoneNumbersController {

  private final NumberList list;
  private final NumberChanges changes;

  PhoneNumbersController(NumberList list, NumberChanges changes) {
    this.list = list;
    this.changes = changes;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Patch("/{number}")
  NumberView change(PhoneNumber number, @Body NumberChange change, Principal principal) {
    return changes.change(number, change.requireSense(), principal);
  }
}
