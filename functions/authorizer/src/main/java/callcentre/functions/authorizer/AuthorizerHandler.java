package callcentre.functions.authorizer;

import callcentre.aws.AwsClients;
import callcentre.aws.ConfigurationException;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import callcentre.functions.authorizer.people.Person;
import callcentre.functions.authorizer.tokens.BearerToken;
import callcentre.functions.authorizer.tokens.RejectedTokenException;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lambda authorizer of the REST API (type REQUEST, identity source {@code Authorization}).
 *
 * <p>Three outcomes: a policy with the person as its context; the error "Unauthorized", which API
 * Gateway makes 401; any other error, which it makes AUTHORIZER_FAILURE and the template 503. What
 * the person may do is decided by the handlers' role matrix, because this answer is cached for all
 * routes.
 */
public final class AuthorizerHandler
    implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponseV1> {

  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerHandler.class);
  private static final String NO_INVOCATION = "none";

  private final Environment environment;
  private final AwsClients clients;
  private final InstantSource clock;
  private @Nullable Authorizer authorizer;

  /** For Lambda. */
  public AuthorizerHandler() {
    this(Environment.ofProcess(), AwsClients.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(() -> Priming.run(environment, clients));
  }

  AuthorizerHandler(Environment environment, AwsClients clients, InstantSource clock) {
    this.environment = environment;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public IamPolicyResponseV1 handleRequest(
      APIGatewayCustomAuthorizerEvent event, @Nullable Context invocation) {
    String awsRequestId = invocation == null ? NO_INVOCATION : invocation.getAwsRequestId();
    try (RequestScope _ = RequestScope.open(awsRequestId)) {
      return answer(event);
    }
  }

  private IamPolicyResponseV1 answer(APIGatewayCustomAuthorizerEvent event) {
    try {
      Person person = authorizer().authorize(BearerToken.of(event));
      return AccessPolicy.allow(person, event.getMethodArn());
    } catch (RejectedTokenException rejected) {
      LOG.atInfo().addKeyValue("reason", rejected.reason()).log("Refused a token");
      throw new UnauthorizedException();
    } catch (ConfigurationException missing) {
      LOG.atError()
          .addKeyValue("error_code", "temporarily_unavailable")
          .addKeyValue("missing", String.join(",", missing.names()))
          .log("Tokens cannot be checked: {}", missing.getMessage());
      throw missing;
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("error_code", "temporarily_unavailable")
          .setCause(failure)
          .log("Tokens cannot be checked now; nobody was let in");
      throw failure;
    }
  }

  /** Made at the first request, not at start: a missing variable must not fail the start. */
  private synchronized Authorizer authorizer() {
    Authorizer made = authorizer;
    if (made == null) {
      made = Authorizer.of(environment, clients, clock);
      authorizer = made;
    }
    return made;
  }
}
