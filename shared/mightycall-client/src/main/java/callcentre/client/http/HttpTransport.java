package callcentre.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends exactly one HTTP/1.1 request and reads the whole answer. It follows no redirect: hosts and
 * paths are pinned.
 */
public final class HttpTransport {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  static {
    // A pooled connection that the peer has closed makes the JDK send a GET again by itself
    // (MultiExchange.retryOnFailure): a request that no budget and no log would know of. Its number
    // of attempts is only to be had as a property of the process.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private @Nullable HttpClient pooled;

  /**
   * Sends a request that may be sent again when it fails: over a pooled connection.
   *
   * @param time in which connection, request and the whole body must be done, more than zero
   * @throws HttpTimeoutException when they are not
   * @throws BoundedBody.TooLongException when the body is too long to be an answer
   * @throws IOException when there is no connection, or it broke
   * @throws InterruptedException when the thread was interrupted; the request is given up
   */
  ProviderAnswer sendRepeatable(HttpRequest request, Duration time)
      throws IOException, InterruptedException {
    return exchange(pooled(), request, time);
  }

  /**
   * Sends a request that is never sent again: over a connection of its own. A pooled one may be
   * closed at the other end, most likely after the process was frozen between two invocations, and
   * then it would fail without reason. Parameters and errors as in {@link #sendRepeatable}.
   */
  ProviderAnswer sendOnce(HttpRequest request, Duration time)
      throws IOException, InterruptedException {
    HttpClient own = newClient();
    try {
      return exchange(own, request, time);
    } finally {
      own.shutdownNow();
    }
  }

  private static ProviderAnswer exchange(HttpClient client, HttpRequest request, Duration time)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request, answer -> new BoundedBody(answer.statusCode(), BoundedBody.MOST_BYTES));
    try {
      return read(exchange.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("no whole answer within " + time.toMillis() + " ms");
    } catch (ExecutionException failed) {
      throw unwrap(failed);
    } finally {
      exchange.cancel(true);
    }
  }

  /** Made at first use: connections and random state must not be part of a snapshot. */
  private synchronized HttpClient pooled() {
    HttpClient made = pooled;
    if (made == null) {
      made = newClient();
      pooled = made;
    }
    return made;
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private static ProviderAnswer read(HttpResponse<byte[]> answer) {
    return new ProviderAnswer(
        answer.statusCode(),
        answer.headers().firstValue("retry-after"),
        ByteBuffer.wrap(answer.body()));
  }

  private static IOException unwrap(ExecutionException failed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLongException tooLong) {
        return tooLong;
      }
      // The JDK tries a connection twice and then speaks of too many retries, if one is too many.
      if (cause instanceof ConnectException refused) {
        return refused;
      }
    }
    return failed.getCause() instanceof IOException broken
        ? broken
        : new IOException(failed.getCause());
  }
}
