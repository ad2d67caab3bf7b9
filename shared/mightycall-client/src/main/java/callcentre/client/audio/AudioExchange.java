package callcentre.client.audio;

import callcentre.client.error.MightyCallException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One answer with its body still to come. */
record AudioExchange(HttpClient client, HttpResponse<InputStream> response, Duration left) {

  boolean isRedirect() {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  AudioAnswer answer() {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> new AudioAnswer.Whole(stream(length()));
      case 206 -> part();
      case 416 -> {
        abandon();
        yield new AudioAnswer.OutOfRange(
            header("content-range").map(ContentRange::readTotal).orElse(OptionalLong.empty()));
      }
      case 401, 403, 404, 410 -> {
        abandon();
        yield new AudioAnswer.Expired(status);
      }
      default -> {
        abandon();
        throw status >= 500
            ? MightyCallException.unavailable(
                AudioApi.OPERATION, "answered with " + status, Optional.empty(), null)
            : MightyCallException.unexpectedAnswer(AudioApi.OPERATION, status, "no known status.");
      }
    };
  }

  private AudioAnswer part() {
    Optional<ContentRange> range = header("content-range").flatMap(ContentRange::read);
    if (range.isEmpty()) {
      abandon();
      throw MightyCallException.unexpectedAnswer(
          AudioApi.OPERATION, response.statusCode(), "a part without its place.");
    }
    return new AudioAnswer.Part(stream(OptionalLong.of(range.get().length())), range.get());
  }

  private AudioStream stream(OptionalLong length) {
    Optional<String> type =
        header("content-type")
            .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty());
    return new AudioStream(
        type, length, new BoundedDownload(response.body(), client, left, length));
  }

  private OptionalLong length() {
    try {
      return response.headers().firstValueAsLong("content-length");
    } catch (NumberFormatException noNumber) {
      return OptionalLong.empty();
    }
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  void abandon() {
    client.shutdownNow();
  }
}
