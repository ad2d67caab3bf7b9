package callcentre.client.audio;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.IoFailures;
import callcentre.client.http.ProviderHost;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches recordings by their links (reference 3.10): a plain GET without any key or token, for the
 * link itself is the permission. It takes nothing from the request budget: the provider counts
 * requests of an API key (reference 2.6), and none is shown here. A fresh link for an expired one
 * is a request of its family, which the budget counts.
 */
public final class AudioApi {

  static final String OPERATION = "GET recording";
  private static final Logger LOG = LoggerFactory.getLogger(AudioApi.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int MOST_REDIRECTS = 2;

  /** One range of bytes (RFC 9110, 14.1.2): several at once would be answered in another form. */
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15}-\\d{0,15}|-\\d{1,15})");

  private final Supplier<ProviderHost> host;
  private final InstantSource clock;

  /**
   * @param host where the account lives, asked at each use
   */
  public AudioApi(Supplier<ProviderHost> host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  /**
   * Opens a recording. Redirects are followed twice at most, and only to where links may lead.
   *
   * @param link as the provider writes it
   * @param range passed on, for example {@code bytes=0-4194303}; hosts may ignore it, then the
   *     answer is {@link AudioAnswer.Whole}
   * @param context whose deadline ends the download too; its class does not matter
   * @throws MightyCallException with kind {@code UNEXPECTED_ANSWER} when the link leads to somebody
   *     else or the answer is none of {@link AudioAnswer}; {@code UNAVAILABLE} or {@code TIMEOUT}
   *     when there is no answer
   * @throws IllegalArgumentException when {@code range} is not one range of bytes
   * @throws callcentre.aws.ConfigurationException when the account is not configured
   */
  public AudioAnswer open(String link, Optional<String> range, CallContext context) {
    range.ifPresent(AudioApi::requireOneRange);
    ProviderHost account = host.get();
    AudioLink next =
        AudioLink.find(link, account).orElseThrow(() -> untrusted("The recording's link"));
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      AudioExchange exchange = send(next, range, context.deadline());
      if (!exchange.isRedirect()) {
        return exchange.answer();
      }
      exchange.abandon();
      AudioLink from = next;
      next =
          exchange
              .header("location")
              .flatMap(location -> from.follow(location, account))
              .orElseThrow(() -> untrusted("A redirect of the recording's host"));
    }
    throw MightyCallException.unexpectedAnswer(OPERATION, 302, "it redirects without end.");
  }

  private AudioExchange send(AudioLink link, Optional<String> range, Deadline deadline) {
    Duration left = deadline.remaining(clock);
    if (!left.isPositive()) {
      throw MightyCallException.timeout(OPERATION, null);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(link.address())
            .timeout(left)
            .header("Accept", "audio/*, */*;q=0.5")
            .header("Accept-Encoding", "identity");
    range.ifPresent(part -> request.header("Range", part));
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT.compareTo(left) < 0 ? CONNECT : left)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    boolean opened = false;
    try {
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      LOG.atInfo()
          .addKeyValue("audio_host", link.address().getHost())
          .addKeyValue("provider_status", answer.statusCode())
          .log("provider recording");
      opened = true;
      return new AudioExchange(client, answer, deadline.remaining(clock));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw MightyCallException.timeout(OPERATION, interrupted);
    } catch (IOException broken) {
      throw IoFailures.of(OPERATION, broken);
    } finally {
      if (!opened) {
        client.shutdownNow();
      }
    }
  }

  private static void requireOneRange(String range) {
    if (!RANGE.matcher(range).matches()) {
      throw new IllegalArgumentException("not one range of bytes");
    }
  }

  private static MightyCallException untrusted(String what) {
    return MightyCallException.untrustedLink(
        OPERATION, what + " does not lead to MightyCall; nothing was fetched");
  }
}
