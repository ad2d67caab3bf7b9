package callcentre.simulator.traffic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to send a message.
 *
 * @param at when it arrived, on the simulator's clock
 * @param to the recipients as they were written
 * @param files names and sizes of the attachments
 * @param status of the answer, or null while there is none (under way, or dropped)
 */
public record SendRecord(
    Instant at,
    String path,
    String from,
    List<String> to,
    String message,
    List<SentFile> files,
    @Nullable Integer status) {

  public SendRecord {
    to = List.copyOf(to);
    files = List.copyOf(files);
  }

  /**
   * A file that came with it.
   *
   * @param base64Length how long its data was as it came
   */
  public record SentFile(String name, int base64Length) {}

  SendRecord withStatus(int newStatus) {
    return new SendRecord(at, path, from, to, message, files, newStatus);
  }
}
