package callcentre.api.access;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The principal between authorizer and handlers: {@code requestContext.authorizer}, a map of texts
 * because API Gateway passes nothing else on.
 */
public final class AuthorizerContext {

  public static final String USER_ID = "user_id";
  public static final String ROLE = "role";
  public static final String ORGANISATIONS = "organisations";
  public static final String EXTENSION = "extension";
  public static final String DISPLAY_NAME = "display_name";
  public static final String REGISTERED = "registered";
  public static final String TOKEN_EXPIRES_AT = "token_expires_at";

  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerContext.class);

  private AuthorizerContext() {}

  /**
   * The principal of an event.
   *
   * @return empty on a route without authorizer; a context that cannot be read gives the role
   *     {@code none}, so that a mistake denies instead of allowing
   */
  public static Optional<Principal> principal(APIGatewayProxyRequestEvent event) {
    if (event.getRequestContext() == null || event.getRequestContext().getAuthorizer() == null) {
      return Optional.empty();
    }
    Map<String, Object> context = event.getRequestContext().getAuthorizer();
    String userId = text(context, USER_ID);
    return userId.isEmpty() ? Optional.empty() : Optional.of(read(context, userId));
  }

  /** The context that an authorizer would give for a principal. */
  public static Map<String, String> of(Principal principal) {
    return Map.of(
        USER_ID, principal.userId(),
        ROLE, principal.role().wireName(),
        ORGANISATIONS,
            principal.organisations().stream()
                .map(OrganisationId::value)
                .sorted()
                .collect(Collectors.joining(",")),
        EXTENSION, principal.extension().map(Extension::digits).orElse(""),
        DISPLAY_NAME, principal.displayName(),
        REGISTERED, Boolean.toString(principal.session().registered()),
        TOKEN_EXPIRES_AT, principal.session().tokenExpires().map(Instant::toString).orElse(""));
  }

  private static Principal read(Map<String, Object> context, String userId) {
    String displayName = text(context, DISPLAY_NAME);
    try {
      Role role = Role.ofWireName(text(context, ROLE)).orElse(Role.NONE);
      return new Principal(
          userId,
          role,
          organisations(text(context, ORGANISATIONS)),
          Extension.find(text(context, EXTENSION)),
          displayName,
          session(context));
    } catch (IllegalArgumentException | DateTimeParseException malformed) {
      LOG.atError()
          .addKeyValue("user_id", userId)
          .setCause(malformed)
          .log("The authorizer's context cannot be read; the caller was given no rights");
      return new Principal(
          userId, Role.NONE, Set.of(), Optional.empty(), displayName, Session.UNKNOWN);
    }
  }

  private static Session session(Map<String, Object> context) {
    return new Session(
        Boolean.parseBoolean(text(context, REGISTERED)),
        Optional.of(text(context, TOKEN_EXPIRES_AT))
            .filter(text -> !text.isEmpty())
            .map(Instant::parse));
  }

  private static Set<OrganisationId> organisations(String list) {
    return Arrays.stream(list.split(",", -1))
        .filter(id -> !id.isEmpty())
        .map(OrganisationId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Map<String, Object> context, String name) {
    return context.get(name) instanceof String text ? text : "";
  }
}
