package callcentre.client.messages;

import callcentre.aws.logging.Masking;
import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderAnswer;
import callcentre.client.http.ProviderHost;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.ProviderRequest.Body;
import callcentre.client.json.Fields;
import callcentre.client.json.Json;
import callcentre.client.json.UnreadableAnswerException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sending messages (reference 3.8), the one method that nobody may call twice for one message. */
public final class MessagesApi {

  private static final String CLASSIC = "/messages/send";
  private static final Integer UNAUTHORIZED = 401;
  private static final String CONTACT_CENTER = "/contactcenter/messages/send";

  /** An answer with one of these means that the provider did not take the request. */
  private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 411, 413, 415);

  private final ProviderCaller caller;
  private final Supplier<ProviderHost> host;

  /**
   * @param host decides which of the method's two names is used
   */
  public MessagesApi(ProviderCaller caller, Supplier<ProviderHost> host) {
    this.caller = caller;
    this.host = host;
  }

  /**
   * Sends a message with at most one request that the provider may have accepted. <b>Never repeated
   * by itself</b>; only a result of {@link SendResult.NotNow} or {@link SendResult.NeverSent} lets
   * the caller try again later. 10 seconds at most.
   *
   * @param context its class should be {@code SMS}
   * @throws callcentre.aws.ConfigurationException when the stack is not configured; nothing was
   *     sent
   */
  public SendResult send(NewMessage message, CallContext context) {
    String path = isContactCenter(host.get()) ? CONTACT_CENTER : CLASSIC;
    ProviderRequest request =
        ProviderRequest.post(path).with(Body.json(MessageJson.write(message)));
    try {
      return caller.call(request, context, MessagesApi::accepted);
    } catch (MightyCallException failed) {
      return judge(failed);
    }
  }

  private static boolean isContactCenter(ProviderHost host) {
    return ProviderHost.Kind.CONTACT_CENTER.host().equals(host);
  }

  /** One client looks for {@code errors} in a 200 (reference 3.8): then nobody knows. */
  private static SendResult accepted(ProviderAnswer answer) {
    Fields body = Json.bareOrData(answer.body(), "message");
    if (body.has("errors") && !body.texts("errors").isEmpty()) {
      throw new UnreadableAnswerException("a success that tells of errors");
    }
    return new SendResult.Accepted(body.text("id"));
  }

  private static SendResult judge(MightyCallException failed) {
    // A token that is refused, after its renewal too, says that nothing was done.
    if (!failed.isSent() || failed.status().filter(UNAUTHORIZED::equals).isPresent()) {
      return new SendResult.NeverSent(failed.retryAt(), reason(failed));
    }
    if (failed.kind() == ErrorKind.RATE_LIMITED || failed.kind() == ErrorKind.PROVIDER_LIMIT) {
      return new SendResult.NotNow(failed.retryAt(), reason(failed));
    }
    Optional<Integer> refused = failed.status().filter(REFUSALS::contains);
    return refused.isPresent()
        ? new SendResult.Refused(refused.get(), reason(failed))
        : new SendResult.Unknown(reason(failed));
  }

  private static String reason(MightyCallException failed) {
    String fields =
        failed.modelState().values().stream()
            .flatMap(List::stream)
            .map(Masking::mask)
            .collect(Collectors.joining(" "));
    String said = fields.isEmpty() ? failed.code().orElse("") : fields;
    return said.isEmpty()
        ? String.valueOf(failed.getMessage())
        : failed.getMessage() + " MightyCall says: " + said;
  }
}
