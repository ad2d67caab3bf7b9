package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.RequestedRange;
import callcentre.client.CallContext;
import callcentre.client.audio.AudioAnswer;
import callcentre.client.audio.AudioApi;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads parts of recordings from the provider's host, whether it honours ranges, gives less than
 * was asked for, or ignores them.
 */
@Singleton
final class Recordings {

  private final AudioApi host;

  Recordings(AudioApi host) {
    this.host = host;
  }

  /**
   * The wanted part, or as much of it as one answer holds.
   *
   * @return empty when the host refuses the link
   * @throws ApiException 416 or 502 as in {@link Player#play}
   * @throws callcentre.client.error.MightyCallException when the host fails or is not MightyCall's
   */
  Optional<Excerpt> read(String link, RequestedRange range, CallContext context) {
    return switch (range) {
      case RequestedRange.Whole() -> whole(link, context);
      case RequestedRange.Span(long first, long last) ->
          span(link, Window.of(first, last), context);
      case RequestedRange.Suffix(long count) -> suffix(link, count, context);
    };
  }

  private Optional<Excerpt> whole(String link, CallContext context) {
    Optional<Excerpt> start = span(link, Window.of(0, Long.MAX_VALUE), context);
    start
        .filter(excerpt -> !excerpt.isWhole())
        .ifPresent(
            excerpt -> {
              throw notSatisfiable(
                  OptionalLong.of(excerpt.total()),
                  "The recording is too long for one answer. Ask for it in ranges, as media"
                      + " elements do: Range: bytes=0-.");
            });
    return start;
  }

  private Optional<Excerpt> span(String link, Window window, CallContext context) {
    AudioAnswer answer = host.open(link, Optional.of(window.header()), context);
    return switch (answer) {
      case AudioAnswer.Expired _ -> Optional.empty();
      case AudioAnswer.OutOfRange(OptionalLong length) -> throw outOfRange(length);
      case AudioAnswer.Part part ->
          Optional.of(new Download(link, part.audio()).part(part, window));
      case AudioAnswer.Whole(var audio) -> Optional.of(new Download(link, audio).skipTo(window));
    };
  }

  /** Where the recording's length is needed to know where the part begins, it is asked for. */
  private Optional<Excerpt> suffix(String link, long count, CallContext context) {
    Optional<Excerpt> probe = span(link, Window.of(0, 0), context);
    if (probe.isEmpty()) {
      return Optional.empty();
    }
    long total = probe.get().total();
    if (count == 0) {
      throw outOfRange(OptionalLong.of(total));
    }
    return span(link, Window.of(Math.max(0, total - count), total - 1), context);
  }

  static ApiException outOfRange(OptionalLong total) {
    return notSatisfiable(total, "The range begins behind the recording's end.");
  }

  private static ApiException notSatisfiable(OptionalLong total, String detail) {
    ApiException refusal = ApiException.of(ErrorCode.RANGE_NOT_SATISFIABLE, detail);
    return total.isPresent()
        ? refusal.header("Content-Range", "bytes */" + total.getAsLong())
        : refusal;
  }
}
