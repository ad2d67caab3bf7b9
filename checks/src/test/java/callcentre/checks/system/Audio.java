package callcentre.checks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What an {@code <audio>} element gets: it sends a range and no token.
 *
 * @param total the length of the whole, as {@code Content-Range} says; 0 where it does not
 */
record Audio(int status, long total, byte[] bytes) {

  static Audio play(String url, String range) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Range", range).GET().build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      long total =
          response
              .headers()
              .firstValue("content-range")
              .map(header -> Long.parseLong(header.substring(header.indexOf('/') + 1)))
              .orElse(0L);
      return new Audio(response.statusCode(), total, response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException("audio did not come", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public String toString() {
    return status + " with " + bytes.length + " of " + total + " bytes";
  }
}
