package callcentre.functions.authorizer.tokens;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import java.util.Map;

/** Finds the token in a request. */
public final class BearerToken {

  private static final String SCHEME = "bearer ";

  /** API Gateway takes at most 10,240 bytes of headers. */
  private static final int LONGEST = 8_192;

  private BearerToken() {}

  /**
   * The token of {@code Authorization: Bearer …}.
   *
   * @throws RejectedTokenException when there is none
   */
  public static String of(APIGatewayCustomAuthorizerEvent event) throws RejectedTokenException {
    String header = header(event);
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new RejectedTokenException("no_bearer_token");
    }
    String token = header.substring(SCHEME.length()).strip();
    if (token.isEmpty() || token.length() > LONGEST) {
      throw new RejectedTokenException(token.isEmpty() ? "no_bearer_token" : "too_long");
    }
    return token;
  }

  private static String header(APIGatewayCustomAuthorizerEvent event)
      throws RejectedTokenException {
    if (event.getHeaders() != null) {
      for (Map.Entry<String, String> header : event.getHeaders().entrySet()) {
        if (header.getKey().equalsIgnoreCase("Authorization") && header.getValue() != null) {
          return header.getValue().strip() + " ";
        }
      }
    }
    throw new RejectedTokenException("no_authorization_header");
  }
}
