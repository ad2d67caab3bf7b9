package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.audio.AudioAnswer;
import callcentre.client.audio.AudioStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.OptionalLong;

/** One answer of the recording's host, read once. */
final class Download {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final AudioType type;
  private final AudioStream audio;

  /**
   * Takes over the stream.
   *
   * @param link of which the stream came
   * @throws ApiException 502 when it is no sound; the stream is closed then
   */
  Download(String link, AudioStream audio) {
    this.audio = audio;
    this.type =
        AudioType.of(audio.contentType(), link)
            .orElseThrow(
                () -> {
                  audio.close();
                  return failure("MightyCall's answer is no sound.");
                });
  }

  /**
   * What a host gave that honours ranges; perhaps less than the whole of the wanted part.
   *
   * @throws ApiException 502 when it is another part, or broke off
   */
  Excerpt part(AudioAnswer.Part part, Window wanted) {
    try (audio) {
      if (part.range().first() != wanted.first()) {
        throw failure("MightyCall gave another part of the recording than was asked for.");
      }
      long total =
          part.range()
              .total()
              .orElseThrow(() -> failure("MightyCall does not say how long the recording is."));
      int length = (int) Math.min(wanted.length(), part.range().length());
      byte[] bytes = audio.bytes().readNBytes(length);
      if (bytes.length < length) {
        throw new IOException("the part ended too early");
      }
      return new Excerpt(type, bytes, wanted.first(), total);
    } catch (IOException broken) {
      throw brokenOff(broken);
    }
  }

  /**
   * Skips to the wanted part, for a host that ignores ranges.
   *
   * @throws ApiException 416 when the recording ends before it, 502 when there is not time enough
   */
  Excerpt skipTo(Window wanted) {
    try (audio) {
      OptionalLong told = audio.length();
      if (told.isPresent() && told.getAsLong() <= wanted.first()) {
        throw Recordings.outOfRange(told);
      }
      InputStream bytes = audio.bytes();
      long skipped = skip(bytes, wanted.first());
      byte[] part = skipped < wanted.first() ? new byte[0] : bytes.readNBytes(wanted.length());
      if (part.length == 0) {
        throw Recordings.outOfRange(OptionalLong.of(skipped));
      }
      // Without a length, the only way to know it is to come to the end.
      long total =
          told.isPresent() ? told.getAsLong() : skipped + part.length + skip(bytes, Long.MAX_VALUE);
      return new Excerpt(type, part, wanted.first(), total);
    } catch (HttpTimeoutException late) {
      throw ApiException.of(
              ErrorCode.MIGHTYCALL_ERROR,
              "MightyCall gives this recording only from its beginning, and the wanted part was not"
                  + " reached in time. Play it from its start, or try again.",
              late)
          .retryable(true);
    } catch (IOException broken) {
      throw brokenOff(broken);
    }
  }

  private static long skip(InputStream bytes, long count) throws IOException {
    byte[] buffer = new byte[CHUNK_BYTES];
    long skipped = 0;
    while (skipped < count) {
      int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
      if (read < 0) {
        return skipped;
      }
      skipped += read;
    }
    return skipped;
  }

  private static ApiException brokenOff(IOException cause) {
    return ApiException.of(
            ErrorCode.MIGHTYCALL_ERROR, "The download from MightyCall broke off. Try again.", cause)
        .retryable(true);
  }

  private static ApiException failure(String detail) {
    return ApiException.of(ErrorCode.MIGHTYCALL_ERROR, detail);
  }
}
