package callcentre.simulator.routing;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Outcome;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What stands at a route, and what a request needs to reach it. */
public sealed interface Endpoint {

  /** Open to all and outside the daily limit. */
  record Open(Function<Call, Answer> handler) implements Endpoint {}

  /** Hands out tokens; inside the daily limit by a switch. */
  record TokenIssuing(Function<Call, Answer> handler) implements Endpoint {}

  /** Needs a bearer token, acts as its user, and counts against the daily limit. */
  record SignedIn(BiFunction<Call, TeamUser, Outcome> handler) implements Endpoint {}

  /** A file behind a link that carries its own permission; outside the daily limit. */
  record Linked(Function<Call, Outcome> handler) implements Endpoint {}
}
