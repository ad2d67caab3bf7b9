package callcentre.api.access;

import static callcentre.api.access.FunctionName.AUDIO;
import static callcentre.api.access.FunctionName.CALLS;
import static callcentre.api.access.FunctionName.EXTENSIONS;
import static callcentre.api.access.FunctionName.MESSAGES;
import static callcentre.api.access.FunctionName.OPERATIONS;
import static callcentre.api.access.FunctionName.ORGANISATIONS;
import static callcentre.api.access.FunctionName.PHONE_NUMBERS;
import static callcentre.api.access.FunctionName.REPORTS;
import static callcentre.api.access.FunctionName.SYNC_REQUESTS;
import static callcentre.api.access.FunctionName.USERS;
import static callcentre.api.access.FunctionName.USER_STATUS;
import static callcentre.api.access.FunctionName.VOICEMAILS;
import static callcentre.api.access.FunctionName.WEBHOOK_RECEIVER;
import static io.micronaut.http.HttpMethod.DELETE;
import static io.micronaut.http.HttpMethod.GET;
import static io.micronaut.http.HttpMethod.HEAD;
import static io.micronaut.http.HttpMethod.PATCH;
import static io.micronaut.http.HttpMethod.POST;
import static io.micronaut.http.HttpMethod.PUT;

import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The routes of the APIs and the role matrix: one row per route, the only place that decides who
 * may call what (contract: "Who may call what", "Routes"). What no row allows is denied.
 */
public final class RouteTable {

  private static final String ADMIN = "/api/admin";
  private static final String ACCOUNT = ADMIN + "/mightycall";

  private static final List<Route> ROUTES =
      List.of(
          route(GET, ACCOUNT + "/phone-numbers", PHONE_NUMBERS, "A D* M* G*"),
          route(PATCH, ACCOUNT + "/phone-numbers/{number}", PHONE_NUMBERS, "A"),
          route(DELETE, ACCOUNT + "/phone-numbers/{number}", PHONE_NUMBERS, "A"),
          route(GET, ACCOUNT + "/extensions", EXTENSIONS, "A D* M* G*"),
          route(GET, ACCOUNT + "/team", EXTENSIONS, "A D M"),
          route(GET, ACCOUNT + "/profile", EXTENSIONS, "A D M"),
          route(GET, ACCOUNT + "/reports", REPORTS, "A D* M*"),
          route(GET, ACCOUNT + "/calls", CALLS, "A D* M* G*"),
          route(POST, ACCOUNT + "/calls", CALLS, "self"),
          route(GET, ACCOUNT + "/calls/{id}", CALLS, "A D* M* G*"),
          route(PUT, ACCOUNT + "/calls/{id}/comment", CALLS, "A D* M* G*"),
          route(DELETE, ACCOUNT + "/calls/{id}/comment", CALLS, "A D* M* G*"),
          route(PUT, ACCOUNT + "/calls/{id}/workflow-state", CALLS, "A D* M* G*"),
          route(POST, ACCOUNT + "/calls/{id}/recording/ticket", CALLS, "A D* M* G*"),
          route(GET, ACCOUNT + "/voicemails", VOICEMAILS, "A D* M* G*"),
          route(GET, ACCOUNT + "/voicemails/{id}", VOICEMAILS, "A D* M* G*"),
          route(PATCH, ACCOUNT + "/voicemails/{id}", VOICEMAILS, "A D* M* G*"),
          route(DELETE, ACCOUNT + "/voicemails/{id}", VOICEMAILS, "A D*"),
          route(POST, ACCOUNT + "/voicemails/{id}/audio/ticket", VOICEMAILS, "A D* M* G*"),
          route(POST, ACCOUNT + "/send-sms", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/sms-logs", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/sms-logs/{id}", MESSAGES, "A D* M* G*"),
          route(POST, ACCOUNT + "/sms-logs/{id}/retry", MESSAGES, "A D* M* G*"),
          route(POST, ACCOUNT + "/sms-logs/{id}/cancel", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/conversations", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/conversations/{business}/{counterpart}", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/sms-usage", MESSAGES, "A D* M*"),
          route(GET, ACCOUNT + "/sms-opt-outs", MESSAGES, "A D* M* G*"),
          route(GET, ACCOUNT + "/sms-opt-outs/{number}", MESSAGES, "A D* M* G*"),
          route(PUT, ACCOUNT + "/sms-opt-outs/{number}", MESSAGES, "A D* M* G*"),
          route(DELETE, ACCOUNT + "/sms-opt-outs/{number}", MESSAGES, "A D*"),
          route(POST, ACCOUNT + "/sync", SYNC_REQUESTS, "A"),
          route(POST, ACCOUNT + "/sync/backfill", SYNC_REQUESTS, "A"),
          route(GET, ACCOUNT + "/sync/jobs", SYNC_REQUESTS, "A"),
          route(GET, ACCOUNT + "/sync/jobs/{id}", SYNC_REQUESTS, "A"),
          route(GET, ADMIN + "/users", USERS, "A D* M* self"),
          route(GET, ADMIN + "/users/{userId}", USERS, "A D* M* self"),
          route(PUT, ADMIN + "/users/{userId}", USERS, "A"),
          route(DELETE, ADMIN + "/users/{userId}", USERS, "A"),
          route(PUT, ADMIN + "/users/{userId}/mightycall-key", USERS, "A"),
          route(DELETE, ADMIN + "/users/{userId}/mightycall-key", USERS, "A"),
          route(GET, ADMIN + "/user-status", USER_STATUS, "A D* M* G*"),
          route(GET, ADMIN + "/user-status/{userId}", USER_STATUS, "A D* M* self"),
          route(PUT, ADMIN + "/user-status/{userId}", USER_STATUS, "A self"),
          route(GET, ADMIN + "/user-status/{userId}/history", USER_STATUS, "A D* M* self"),
          route(GET, ADMIN + "/orgs", ORGANISATIONS, "A D* M* G*"),
          route(PUT, ADMIN + "/orgs/{orgId}", ORGANISATIONS, "A"),
          route(DELETE, ADMIN + "/orgs/{orgId}", ORGANISATIONS, "A"),
          route(GET, ADMIN + "/orgs/{orgId}/settings", ORGANISATIONS, "A D* M*"),
          route(PUT, ADMIN + "/orgs/{orgId}/settings", ORGANISATIONS, "A D*"),
          route(GET, ACCOUNT + "/usage", OPERATIONS, "A"),
          route(PUT, ACCOUNT + "/usage", OPERATIONS, "A"),
          route(GET, ACCOUNT + "/status", OPERATIONS, "A"),
          route(GET, ACCOUNT + "/events", OPERATIONS, "A"),
          route(POST, ACCOUNT + "/events/replay", OPERATIONS, "A"),
          route(POST, ACCOUNT + "/events/{id}/replay", OPERATIONS, "A"),
          route(POST, ACCOUNT + "/dlq/{queue}/redrive", OPERATIONS, "A"),
          route(GET, "/api/config", OPERATIONS, "public"),
          route(GET, "/api/health", OPERATIONS, "public"),
          route(GET, "/api/openapi.json", OPERATIONS, "public"),
          route(POST, "/api/live/ticket", OPERATIONS, "A D M G"),
          route(GET, "/api/audio/{ticket}", AUDIO, "public"),
          route(HEAD, "/api/audio/{ticket}", AUDIO, "public"),
          route(POST, "/api/webhooks/mightycall", WEBHOOK_RECEIVER, "public"),
          route(POST, "/api/webhooks/mightycall/{token}", WEBHOOK_RECEIVER, "public"));

  private RouteTable() {}

  /** Every route, in the order of the contract. */
  public static List<Route> all() {
    return ROUTES;
  }

  /** The routes that a function has to answer. */
  public static List<Route> ownedBy(FunctionName function) {
    return ROUTES.stream().filter(route -> route.owner() == function).toList();
  }

  /**
   * The row of a method and path.
   *
   * @param path the template, {@code resource} of an event
   */
  public static Optional<Route> find(HttpMethod method, String path) {
    return ROUTES.stream()
        .filter(route -> route.method() == method && route.path().equals(path))
        .findFirst();
  }

  /**
   * The methods that a path knows, for {@code Allow}.
   *
   * @param path the template, {@code resource} of an event
   * @return empty when no function owns the path
   */
  public static SortedSet<HttpMethod> methodsOf(String path) {
    SortedSet<HttpMethod> methods = new TreeSet<>();
    for (Route route : ROUTES) {
      if (route.path().equals(path)) {
        methods.add(route.method());
      }
    }
    return methods;
  }

  private static Route route(HttpMethod method, String path, FunctionName owner, String rule) {
    return new Route(method, path, owner, Rule.of(rule));
  }
}
