package callcentre.simulator.families.voicemails;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Envelope;
import callcentre.simulator.families.Parameters;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /v4/api/voicemails}, all and one (MightyCall reference 3.2). What the journal deleted
 * is gone from here.
 */
public final class VoicemailsFamily implements Family {

  private static final String PATH = "/v4/api/voicemails";
  private static final Duration USUAL_WINDOW = Duration.ofDays(1);
  private static final int USUAL_PAGE = 10;

  /** A voicemail is left within an hour after its call began. */
  private static final Duration AFTER_BEGIN = Duration.ofHours(1);

  private static final Comparator<BoxedVoicemail> NEWEST_FIRST =
      Comparator.comparing((BoxedVoicemail boxed) -> boxed.voicemail().leftAt())
          .thenComparing(boxed -> boxed.voicemail().id())
          .reversed();

  private final World world;
  private final VoicemailJson json;

  public VoicemailsFamily(World world) {
    this.world = world;
    json = new VoicemailJson(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.SignedIn(this::list)),
        Route.of("GET", PATH + "/{id}", new Endpoint.SignedIn(this::one)));
  }

  private Answer list(Call call, TeamUser caller) {
    Instant now = world.clock().instant();
    Parameters parameters = new Parameters(call.request());
    int pageSize = parameters.integer("pageSize", 1, USUAL_PAGE);
    int skip = parameters.integer("skip", 0, 0);
    Instant from = parameters.instant("startUtc", now.minus(USUAL_WINDOW));
    Instant to = parameters.instant("endUtc", now);
    List<VoicemailFilter> filters = parameters.list("voicemailFilter", VoicemailFilter::ofWord);
    Optional<String> search = parameters.text("customFilter");
    Optional<Answer> refusal = parameters.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<BoxedVoicemail> found =
        voicemails(from, to).stream()
            .filter(boxed -> VoicemailFilter.fit(boxed, filters, search.orElse("")))
            .sorted(NEWEST_FIRST)
            .toList();
    ObjectNode data = Json.object();
    ArrayNode voicemails = data.putArray("voicemails");
    found.stream()
        .skip(skip)
        .limit(pageSize)
        .forEach(boxed -> voicemails.add(json.of(boxed, call.request())));
    return Envelope.data(data.put("total", found.size()));
  }

  private List<BoxedVoicemail> voicemails(Instant from, Instant to) {
    HistoryQuery calls =
        new HistoryQuery(
            from.minus(AFTER_BEGIN), to, listedUntil(), VoicemailsFamily::isLeft, null, false);
    return world.history().all(calls).stream()
        .map(PhoneCall.class::cast)
        .flatMap(call -> boxed(call).stream())
        .filter(boxed -> !boxed.voicemail().leftAt().isBefore(from))
        .filter(boxed -> !boxed.voicemail().leftAt().isAfter(to))
        .toList();
  }

  private static boolean isLeft(Conversation conversation) {
    return conversation instanceof PhoneCall call && call.voicemail() != null;
  }

  private Answer one(Call call, TeamUser caller) {
    String id = call.variable("id").toLowerCase(Locale.ROOT);
    return world
        .history()
        .find(id)
        .filter(conversation -> !conversation.endsAt().isAfter(listedUntil()))
        .filter(VoicemailsFamily::isLeft)
        .flatMap(conversation -> boxed((PhoneCall) conversation))
        .filter(boxed -> boxed.voicemail().id().equals(id))
        .map(boxed -> Envelope.data(json.of(boxed, call.request())))
        .orElseGet(() -> ProviderErrors.message(400, "Voicemail not found"));
  }

  /** The voicemail of a call with its box; empty when it was deleted. */
  private Optional<BoxedVoicemail> boxed(PhoneCall call) {
    return BoxedVoicemail.of(call, world.history().marks(call), world.account().data());
  }

  private Instant listedUntil() {
    return world.clock().instant().minusSeconds(world.settings().history().callDelaySeconds());
  }
}
