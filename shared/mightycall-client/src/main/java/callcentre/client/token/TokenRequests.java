package callcentre.client.token;

import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderAnswer;
import callcentre.client.http.ProviderCall;
import callcentre.client.http.ProviderRequest.Verb;
import callcentre.client.http.RequestSender;
import callcentre.client.http.Retries;
import callcentre.client.http.WireRequest;
import callcentre.client.json.Fields;
import callcentre.client.json.Json;
import callcentre.client.json.UnreadableAnswerException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of {@code /v4/auth/token} (reference 1.3 to 1.5). */
final class TokenRequests {

  static final String TEMPLATE = "/auth/token";
  static final String OPERATION = Verb.POST + " " + TEMPLATE;

  private static final Logger LOG = LoggerFactory.getLogger(TokenRequests.class);
  private static final String WRONG_CREDENTIALS = "invalid_client";

  /** A token that does not say how long it lives is not trusted for long. */
  private static final long UNSAID_LIFE_SECONDS = 600;

  /** A shorter life would mean a token request for each call: a 401 tells of its end instead. */
  private static final long SHORTEST_LIFE_SECONDS = 30;

  private static final long LONGEST_LIFE_SECONDS = 30 * 86_400;

  private final RequestSender sender;
  private final Retries retries;
  private final InstantSource clock;

  TokenRequests(RequestSender sender, Retries retries, InstantSource clock) {
    this.sender = sender;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * A new token: by the refresh token once, else by the credentials. A refresh is not repeated: it
   * may have used the token up (reference 1.4).
   *
   * @param refreshToken of the last token that was made from these credentials
   * @throws MightyCallException when there is none to be had
   */
  AccessToken renew(Credentials credentials, Optional<String> refreshToken, ProviderCall call) {
    if (refreshToken.isPresent()) {
      try {
        return refresh(credentials, refreshToken.get(), call);
      } catch (MightyCallException failed) {
        if (!isWorthAnotherGrant(failed)) {
          throw failed;
        }
        LOG.atInfo()
            .addKeyValue("provider_error", failed.kind())
            .addKeyValue("provider_code", failed.code().orElse(""))
            .log("the refresh token was not accepted, asking with the credentials");
      }
    }
    return retries.run(OPERATION, call, () -> byCredentials(credentials, call));
  }

  private AccessToken refresh(Credentials credentials, String refreshToken, ProviderCall call) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return send(credentials, form, call);
  }

  private AccessToken byCredentials(Credentials credentials, ProviderCall call) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", credentials.apiKey());
    form.put("client_secret", credentials.userKey());
    return send(credentials, form, call);
  }

  /** Refused credentials stay refused, and a spent budget stays spent. */
  private static boolean isWorthAnotherGrant(MightyCallException failed) {
    return switch (failed.kind()) {
      case AUTH -> !failed.code().orElse("").equals(WRONG_CREDENTIALS);
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> false;
      case FORBIDDEN,
          NOT_FOUND,
          INVALID,
          CONFLICT,
          RATE_LIMITED,
          UNAVAILABLE,
          TIMEOUT,
          UNEXPECTED_ANSWER ->
          true;
    };
  }

  private AccessToken send(Credentials credentials, Map<String, String> form, ProviderCall call) {
    Instant askedAt = clock.instant();
    WireRequest request =
        new WireRequest(
            Verb.POST,
            TEMPLATE,
            credentials.host().token(),
            Map.of(
                "x-api-key",
                credentials.apiKey(),
                "Content-Type",
                "application/x-www-form-urlencoded"),
            Optional.of(encode(form)),
            true);
    ProviderAnswer answer = sender.send(request, call);
    try {
      return token(Json.requireObject(answer.body()), credentials, askedAt);
    } catch (UnreadableAnswerException unreadable) {
      throw MightyCallException.unexpectedAnswer(
          OPERATION, answer.status(), unreadable.getMessage() + ".");
    }
  }

  private static AccessToken token(Fields answer, Credentials credentials, Instant askedAt) {
    long saidSeconds = answer.number("expires_in").orElse(UNSAID_LIFE_SECONDS);
    long lifeSeconds = Math.clamp(saidSeconds, SHORTEST_LIFE_SECONDS, LONGEST_LIFE_SECONDS);
    return new AccessToken(
        answer.requireText("access_token"),
        answer.text("refresh_token"),
        askedAt,
        askedAt.plusSeconds(lifeSeconds),
        credentials.fingerprint());
  }

  /** Refresh tokens hold {@code +}, {@code /} and {@code =} (reference 1.4). */
  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
