package callcentre.simulator.world;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultApplication;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.ByteAnswer;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Resolution;
import callcentre.simulator.routing.Route;
import callcentre.simulator.routing.Router;
import callcentre.simulator.settings.BudgetRules;
import callcentre.simulator.traffic.RequestLog;
import callcentre.simulator.traffic.SendLog;
import java.util.Optional;

/**
 * The provider's front: routes a request, counts it, lets a fault befall it, asks for its token and
 * serves it. Counting comes before faults: a request that reached MightyCall is spent, however it
 * ends.
 */
public final class Provider {

  private final World world;
  private final Router router;
  private final SignIn signIn;

  public Provider(World world, Router router) {
    this.world = world;
    this.router = router;
    this.signIn = new SignIn(world);
  }

  /** How this request ends. */
  public Outcome handle(Request request) {
    Resolution resolution = router.resolve(request);
    RequestLog.Entry entry = world.requests().arrived(request, resolution.templateText());
    Optional<SendLog.Entry> send = world.sends().arrived(request);
    Outcome outcome = outcome(request, resolution, entry);
    switch (outcome) {
      case Answer answer -> {
        entry.answered(answer.status());
        send.ifPresent(message -> message.answered(answer.status()));
      }
      case ByteAnswer answer -> entry.answered(answer.status());
      case Outcome.Dropped() -> {
        // Its status stays unknown, as it is to the caller.
      }
    }
    return outcome;
  }

  private Outcome outcome(Request request, Resolution resolution, RequestLog.Entry entry) {
    if (lacksLength(request)) {
      return ProviderErrors.lengthRequired();
    }
    BudgetRules rules = world.settings().budget();
    if (!counted(request, resolution, rules)) {
      return ProviderErrors.limitExceeded(rules.spentAnswer().status());
    }
    Optional<Fault> fault =
        world.faults().next(request.method(), request.path(), resolution.templateText());
    if (fault.isEmpty()) {
      return serve(request, resolution);
    }
    entry.faulted(fault.get().id());
    return FaultApplication.apply(
        fault.get(), request, rules.spentAnswer(), () -> serve(request, resolution));
  }

  /** IIS wants a length of POST and PUT even where there is no body (reference 3.4, C). */
  private static boolean lacksLength(Request request) {
    boolean wantsLength = request.method().equals("POST") || request.method().equals("PUT");
    return wantsLength
        && request.header("content-length").isEmpty()
        && request.header("transfer-encoding").isEmpty();
  }

  private boolean counted(Request request, Resolution resolution, BudgetRules rules) {
    if (!(resolution instanceof Resolution.Found(Route route, Call _))) {
      return true;
    }
    Optional<String> apiKey =
        switch (route.endpoint()) {
          case Endpoint.Open _, Endpoint.Linked _ -> Optional.empty();
          case Endpoint.TokenIssuing _ ->
              rules.countTokenCalls() ? signIn.countedKeyOfTokenRequest(request) : Optional.empty();
          case Endpoint.SignedIn _ -> signIn.countedKey(request);
        };
    return apiKey.map(key -> world.budget().take(key, rules)).orElse(true);
  }

  private Outcome serve(Request request, Resolution resolution) {
    return switch (resolution) {
      case Resolution.NoRoute() -> ProviderErrors.noRoute(request);
      case Resolution.WrongMethod wrong -> ProviderErrors.wrongMethod(request, wrong.allowed());
      case Resolution.Found(Route route, Call call) ->
          switch (route.endpoint()) {
            case Endpoint.Open(var handler) -> handler.apply(call);
            case Endpoint.TokenIssuing(var handler) -> handler.apply(call);
            case Endpoint.Linked(var handler) -> handler.apply(call);
            case Endpoint.SignedIn(var handler) ->
                signIn
                    .user(request)
                    .<Outcome>map(user -> handler.apply(call, user))
                    .orElseGet(ProviderErrors::unauthorized);
          };
    };
  }
}
