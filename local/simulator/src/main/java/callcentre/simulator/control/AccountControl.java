package callcentre.simulator.control;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.NamedUnit;
import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserRole;
import callcentre.simulator.account.UserStatus;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /_simulator/numbers} and {@code /users}: replace what the account holds. */
final class AccountControl implements Family {

  private static final String[] NUMBER_FIELDS = {
    "number",
    "isEnabled",
    "isPrimary",
    "isTollFree",
    "isInternational",
    "smsMode",
    "numberMessagingVerified",
    "isMmsEnabled",
    "callRecordingMode",
    "description",
    "label",
    "mayText",
    "mayCall"
  };
  private static final String[] USER_FIELDS = {
    "id", "first_name", "last_name", "email", "extension", "role", "status", "user_key"
  };

  private final World world;

  AccountControl(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("PUT", "/_simulator/numbers", new Endpoint.Open(this::numbers)),
        Route.of("PUT", "/_simulator/users", new Endpoint.Open(this::users)));
  }

  private Answer numbers(Call call) {
    List<PhoneNumber> numbers =
        Fields.ofBody(call, "numbers")
            .objects("numbers", AccountControl::number, NUMBER_FIELDS)
            .orElseThrow(() -> ControlException.invalid("numbers must be an array of objects"));
    world.account().replaceNumbers(numbers);
    return Answer.ok(json());
  }

  private static PhoneNumber number(Fields fields) {
    PhoneNumber usual = PhoneNumber.of(fields.requiredText("number"), "");
    return new PhoneNumber(
        usual.number(),
        fields.bool("isEnabled").orElse(usual.isEnabled()),
        fields.bool("isPrimary").orElse(usual.isPrimary()),
        fields.bool("isTollFree").orElse(usual.isTollFree()),
        fields.bool("isInternational").orElse(usual.isInternational()),
        fields.text("smsMode").orElse(usual.smsMode()),
        fields.bool("numberMessagingVerified").orElse(usual.numberMessagingVerified()),
        fields.bool("isMmsEnabled").orElse(usual.isMmsEnabled()),
        fields.text("callRecordingMode").orElse(usual.callRecordingMode()),
        fields.text("description").orElse(null),
        fields.text("label").orElse(null),
        fields.bool("mayText").orElse(usual.mayText()),
        fields.bool("mayCall").orElse(usual.mayCall()));
  }

  private Answer users(Call call) {
    Fields fields = Fields.ofBody(call, "users", "groups", "vmboxes");
    Optional<List<TeamUser>> users = fields.objects("users", this::user, USER_FIELDS);
    Optional<List<NamedUnit>> groups = fields.objects("groups", this::unit, "name", "id");
    Optional<List<NamedUnit>> vmboxes = fields.objects("vmboxes", this::unit, "name", "id");
    if (users.isEmpty() && groups.isEmpty() && vmboxes.isEmpty()) {
      throw ControlException.invalid("Give at least one of users, groups, vmboxes");
    }
    users.ifPresent(AccountControl::requireDistinct);
    AccountData old = world.account().data();
    world
        .account()
        .replaceTeam(
            users.orElse(old.users()), groups.orElse(old.groups()), vmboxes.orElse(old.vmboxes()));
    return Answer.ok(json());
  }

  private TeamUser user(Fields fields) {
    return new TeamUser(
        fields.text("id").orElseGet(world.identifiers()::guid),
        fields.requiredText("first_name"),
        fields.requiredText("last_name"),
        fields.text("email").orElse(""),
        extension(fields),
        fields.named("role", UserRole::ofLabel, "admin, user").orElse(UserRole.USER),
        fields.named("status", UserStatus::ofLabel, "available, dnd").orElse(UserStatus.AVAILABLE),
        fields.text("user_key").filter(key -> !key.isBlank()).orElseGet(world.identifiers()::guid));
  }

  private static @Nullable String extension(Fields fields) {
    Optional<String> extension = fields.text("extension");
    if (extension.filter(text -> !text.matches("[0-9]{1,6}")).isPresent()) {
      throw ControlException.invalid("extension must be 1 to 6 digits: " + extension.get());
    }
    return extension.orElse(null);
  }

  /** Names may be the same, as in life; what identifies a user may not. */
  private static void requireDistinct(List<TeamUser> users) {
    Set<String> taken = new HashSet<>();
    for (TeamUser user : users) {
      if (!taken.add("id " + user.id())) {
        throw ControlException.invalid("Two users have the id " + user.id());
      }
      if (user.extension() != null && !taken.add("extension " + user.extension())) {
        throw ControlException.invalid("Two users have the extension " + user.extension());
      }
    }
  }

  private NamedUnit unit(Fields fields) {
    return new NamedUnit(
        fields.requiredText("name"), fields.text("id").orElseGet(world.identifiers()::guid));
  }

  ObjectNode json() {
    AccountData data = world.account().data();
    return Json.object()
        .put("host_kind", data.hostKind().label())
        .put("numbers", data.numbers().size())
        .put("users", data.users().size())
        .put("groups", data.groups().size())
        .put("vmboxes", data.vmboxes().size());
  }
}
