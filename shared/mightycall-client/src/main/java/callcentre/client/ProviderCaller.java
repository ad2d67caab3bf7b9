package callcentre.client;

import callcentre.client.budget.RequestBudget;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderAnswer;
import callcentre.client.http.ProviderCall;
import callcentre.client.http.ProviderHost;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.RequestSender;
import callcentre.client.http.Retries;
import callcentre.client.http.WireRequest;
import callcentre.client.json.UnreadableAnswerException;
import callcentre.client.token.SignIn;
import callcentre.client.token.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls a method of the provider: token, budget, retries, one renewal and one replay on 401
 * (reference 1.6).
 */
public final class ProviderCaller {

  private static final int UNAUTHORIZED = 401;

  private final Tokens tokens;
  private final RequestBudget budget;
  private final RequestSender sender;
  private final Retries retries;

  ProviderCaller(Tokens tokens, RequestBudget budget, RequestSender sender, Retries retries) {
    this.tokens = tokens;
    this.budget = budget;
    this.sender = sender;
    this.retries = retries;
  }

  /**
   * Makes the call and reads its answer.
   *
   * @param reader makes the result; throws {@link UnreadableAnswerException} when the answer lacks
   *     what it must have
   * @throws MightyCallException when there is no result
   * @throws callcentre.aws.ConfigurationException when the stack is not configured
   */
  public <T> T call(
      ProviderRequest request, CallContext context, Function<ProviderAnswer, T> reader) {
    ProviderCall call = ProviderCall.begin(context, budget.forCall(context.requestClass()));
    return read(request, answer(request, call), reader);
  }

  /** As {@link #call}, for a method that takes no token. */
  public <T> T callOpen(
      ProviderRequest request, CallContext context, Function<ProviderAnswer, T> reader) {
    ProviderCall call = ProviderCall.begin(context, budget.forCall(context.requestClass()));
    WireRequest wire = wire(request, tokens.host(), Map.of());
    return read(request, attempts(request, wire, call), reader);
  }

  private static <T> T read(
      ProviderRequest request, ProviderAnswer answer, Function<ProviderAnswer, T> reader) {
    try {
      return reader.apply(answer);
    } catch (UnreadableAnswerException unreadable) {
      throw MightyCallException.unexpectedAnswer(
          request.operation(), answer.status(), unreadable.getMessage() + ".");
    }
  }

  private ProviderAnswer answer(ProviderRequest request, ProviderCall call) {
    SignIn signIn = prepare(() -> tokens.current(call));
    try {
      return attempts(request, wire(request, signIn), call);
    } catch (MightyCallException failed) {
      if (!isUnauthorized(failed)) {
        throw failed;
      }
      Optional<SignIn> renewed = prepare(() -> tokens.renewed(signIn, call));
      return replay(request, renewed.orElseThrow(() -> failed), call);
    }
  }

  private static <T> T prepare(Supplier<T> token) {
    try {
      return token.get();
    } catch (MightyCallException failed) {
      throw failed.beforeSending();
    }
  }

  private ProviderAnswer replay(ProviderRequest request, SignIn renewed, ProviderCall call) {
    try {
      return attempts(request, wire(request, renewed), call);
    } catch (MightyCallException failed) {
      if (isUnauthorized(failed)) {
        tokens.renewalWasFutile();
      }
      throw failed;
    }
  }

  private ProviderAnswer attempts(ProviderRequest request, WireRequest wire, ProviderCall call) {
    return request.verb().isRepeatable()
        ? retries.run(request.operation(), call, () -> once(request, wire, call))
        : once(request, wire, call);
  }

  private ProviderAnswer once(ProviderRequest request, WireRequest wire, ProviderCall call) {
    try {
      ProviderAnswer answer = sender.send(wire, call, request::isAnsweredBy);
      call.budget().answered();
      return answer;
    } catch (MightyCallException failed) {
      if (saysThatThereIsNoLimit(failed.kind())) {
        call.budget().answered();
      }
      throw failed;
    }
  }

  /** Whether a probe of a closed budget may conclude from such a failure that it is open again. */
  private static boolean saysThatThereIsNoLimit(ErrorKind kind) {
    return switch (kind) {
      case FORBIDDEN, NOT_FOUND, INVALID, CONFLICT, RATE_LIMITED -> true;
      case AUTH, BUDGET_EXHAUSTED, PROVIDER_LIMIT, UNAVAILABLE, TIMEOUT, UNEXPECTED_ANSWER -> false;
    };
  }

  private static boolean isUnauthorized(MightyCallException failed) {
    return failed.status().filter(status -> status == UNAUTHORIZED).isPresent();
  }

  private static WireRequest wire(ProviderRequest request, SignIn signIn) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + signIn.token().value());
    headers.put("x-api-key", signIn.credentials().apiKey());
    request.body().ifPresent(body -> headers.put("Content-Type", body.contentType()));
    return wire(request, signIn.credentials().host(), headers);
  }

  private static WireRequest wire(
      ProviderRequest request, ProviderHost host, Map<String, String> headers) {
    return new WireRequest(
        request.verb(),
        request.template(),
        host.api(request.path()),
        headers,
        request.body().map(ProviderRequest.Body::text),
        false);
  }
}
