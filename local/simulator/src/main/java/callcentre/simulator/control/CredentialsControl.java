package callcentre.simulator.control;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.settings.HostKind;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** {@code /_simulator/credentials} and {@code /_simulator/tokens}: shows and changes keys. */
final class CredentialsControl implements Family {

  private static final String PATH = "/_simulator/credentials";
  private static final String GENERATE = "generate";

  private record NewUserKey(TeamUser user, String key) {}

  private final World world;

  CredentialsControl(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(call -> Answer.ok(json()))),
        Route.of("PUT", PATH, new Endpoint.Open(this::change)),
        Route.of("DELETE", "/_simulator/tokens", new Endpoint.Open(this::revoke)));
  }

  private Answer change(Call call) {
    Fields fields = Fields.ofBody(call, "api_key", "user_key", "host_kind", "revoke_tokens");
    Optional<String> apiKey = key(fields, "api_key");
    Optional<NewUserKey> userKey = fields.object("user_key", "user", "key").map(this::userKey);
    Optional<HostKind> kind =
        fields.named("host_kind", HostKind::ofLabel, "classic, contact-center");
    boolean revoke = fields.bool("revoke_tokens").orElse(true);
    if (apiKey.isEmpty() && userKey.isEmpty() && kind.isEmpty()) {
      throw ControlException.invalid("Give at least one of api_key, user_key, host_kind");
    }
    apiKey.ifPresent(world.account()::changeApiKey);
    userKey.ifPresent(changed -> world.account().changeUserKey(changed.user().id(), changed.key()));
    kind.ifPresent(world.account()::moveTo);
    if (revoke) {
      world.tokens().revoke(true);
    }
    return Answer.ok(json());
  }

  private NewUserKey userKey(Fields fields) {
    String wanted = fields.requiredText("user");
    TeamUser user =
        world
            .account()
            .data()
            .user(known -> known.hasExtension(wanted) || known.id().equals(wanted))
            .orElseThrow(
                () ->
                    ControlException.invalid("user_key.user must be an extension or id of a user"));
    return new NewUserKey(user, key(fields, "key").orElseGet(world.identifiers()::guid));
  }

  private Optional<String> key(Fields fields, String name) {
    return fields
        .text(name)
        .map(
            text -> text.equals(GENERATE) ? world.identifiers().guid() : fields.requiredText(name));
  }

  private Answer revoke(Call call) {
    Optional<String> refresh = Optional.ofNullable(call.request().queryFields().get("refresh"));
    if (refresh.filter(value -> !value.equals("true") && !value.equals("false")).isPresent()) {
      throw ControlException.invalid("refresh must be true or false");
    }
    boolean refreshTokensToo = refresh.map(Boolean::parseBoolean).orElse(true);
    world.tokens().revoke(refreshTokensToo);
    return Answer.ok(
        Json.object()
            .put("access_tokens", "revoked")
            .put("refresh_tokens", refreshTokensToo ? "revoked" : "kept"));
  }

  private ObjectNode json() {
    AccountData data = world.account().data();
    ObjectNode json =
        Json.object().put("api_key", data.apiKey()).put("host_kind", data.hostKind().label());
    ArrayNode users = json.putArray("users");
    for (TeamUser user : data.users()) {
      users
          .addObject()
          .put("id", user.id())
          .put("full_name", user.fullName())
          .put("extension", user.extension())
          .put("role", user.role().label())
          .put("user_key", user.userKey())
          .put("secret", world.secretOf(user).orElse(null));
    }
    return json;
  }
}
