package callcentre.client.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit. Whatever answers is not trusted to end. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

  /** A journal page of 1,000 rows has about 2 MB. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final int status;
  private final int mostBytes;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int status, int mostBytes) {
    this.status = status;
    this.mostBytes = mostBytes;
  }

  /** The body was longer than the limit; the rest was not read. */
  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    TooLongException(int status, int mostBytes) {
      super("the body is longer than " + mostBytes + " bytes");
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (received.size() + buffer.remaining() > mostBytes) {
        if (subscription != null) {
          subscription.cancel();
        }
        body.completeExceptionally(new TooLongException(status, mostBytes));
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      received.writeBytes(chunk);
    }
  }

  @Override
  public void onError(Throwable failed) {
    body.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    body.complete(received.toByteArray());
  }
}
