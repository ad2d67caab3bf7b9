package callcentre.functions.messages.optouts;

import callcentre.api.access.Caller;
import callcentre.api.request.QueryParameters;
import callcentre.domain.phone.PhoneNumber;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opt-outs: list, those of a client, noting and lifting one. */
@Controller("/api/admin/mightycall/sms-opt-outs")
final class OptOutsController {

  private final OptOutLists lists;
  private final OptOutChanges changes;

  OptOutsController(OptOutLists lists, OptOutChanges changes) {
    this.lists = lists;
    this.changes = changes;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return lists.page(caller, query).body();
  }

  @Get("/{number}")
  Map<String, @Nullable Object> one(PhoneNumber number, Caller caller) {
    return lists.one(number, caller);
  }

  @Put("/{number}")
  Map<String, @Nullable Object> stop(
      PhoneNumber number, @Body @Nullable OptOutBody body, Caller caller) {
    changes.stop(number, OptOutBody.number(body), caller);
    return lists.one(number, caller);
  }

  @Delete("/{number}")
  Map<String, @Nullable Object> lift(PhoneNumber number, Caller caller, QueryParameters query) {
    Optional<PhoneNumber> business = query.read(q -> q.phoneNumber("businessNumber"));
    changes.lift(number, business, caller);
    return lists.one(number, caller);
  }
}
