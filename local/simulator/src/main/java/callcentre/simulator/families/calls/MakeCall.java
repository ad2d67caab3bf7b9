package callcentre.simulator.families.calls;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Envelope;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code POST /calls/makecall} (MightyCall reference 3.1). The call it makes rings six seconds and
 * is answered; it is listed when it is over.
 */
final class MakeCall {

  private static final Pattern FROM = Pattern.compile("\\+?(?:[0-9] ?){6,14}[0-9]");
  private static final Pattern TO = Pattern.compile("\\+?(?:[0-9] ?){2,15}");
  private static final Duration RINGS = Duration.ofSeconds(6);
  private static final Duration LASTS = Duration.ofMillis(42_350);

  private final World world;

  MakeCall(World world) {
    this.world = world;
  }

  Answer make(Call call, TeamUser user) {
    Optional<Map<String, String>> model = model(call.request());
    if (model.isEmpty()) {
      return ProviderErrors.unsupportedMediaType(call.request());
    }
    String from = model.get().getOrDefault("from", "");
    String to = model.get().getOrDefault("to", "");
    Map<String, String> problems = new LinkedHashMap<>();
    if (!FROM.matcher(from).matches()) {
      problems.put("model.From", "Invalid phone number format.");
    }
    if (!TO.matcher(to).matches()) {
      problems.put("model.To", "Invalid phone number format.");
    }
    if (!problems.isEmpty()) {
      return ProviderErrors.modelState("The request is invalid.", problems);
    }
    return numberOf(from)
        .map(number -> started(number, digits(to), user))
        .orElseGet(() -> ProviderErrors.message(403, "Access denied."));
  }

  private Answer started(String businessNumber, String to, TeamUser user) {
    Instant now = world.clock().instant();
    Optional<TeamUser> colleague = world.account().data().user(other -> other.hasExtension(to));
    Client client =
        colleague
            .map(other -> Client.colleague(to, other.fullName()))
            .orElseGet(() -> Client.ofNumber(e164(to), null));
    Leg leg =
        colleague
            .map(other -> Leg.agent(to, other.fullName(), true))
            .orElseGet(() -> Leg.client(client.address(), client.shownName(), true));
    PhoneCall call =
        new PhoneCall(
            world.identifiers().requestId(now),
            world.identifiers().guid(),
            now.truncatedTo(ChronoUnit.MICROS),
            colleague.isPresent() ? Origin.INTERNAL : Origin.OUTBOUND,
            client,
            colleague.isPresent() ? null : businessNumber,
            user.extension(),
            user.fullName(),
            List.of(leg),
            null,
            CallState.CONNECTED,
            RINGS,
            LASTS,
            colleague.isEmpty(),
            null,
            Marks.NONE.withRead(true));
    world.history().add(List.of(call));
    return Envelope.data(CallJson.started(call));
  }

  private Optional<String> numberOf(String from) {
    String wanted = digits(from);
    return world.account().data().numbers().stream()
        .filter(number -> number.digits().equals(wanted) && number.isEnabled() && number.mayCall())
        .map(number -> number.number())
        .findFirst();
  }

  /** The fields of a JSON or form body; empty for another media type. */
  private static Optional<Map<String, String>> model(Request request) {
    if (request.mediaType().endsWith("x-www-form-urlencoded")) {
      return Optional.of(request.form());
    }
    if (!request.mediaType().matches("(application|text)/json")) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      JsonNode body = Json.read(request.body());
      body.properties()
          .forEach(f -> fields.put(f.getKey().toLowerCase(Locale.ROOT), f.getValue().asText()));
    } catch (JsonProcessingException e) {
      // A body that cannot be read leaves the model empty, and its fields are what is reported.
      return Optional.of(Map.of());
    }
    return Optional.of(fields);
  }

  private static String e164(String digits) {
    return "+" + (digits.length() == 10 ? "1" + digits : digits);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
