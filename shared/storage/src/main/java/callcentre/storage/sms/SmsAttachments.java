package callcentre.storage.sms;

import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The files of messages in chunks, for an item has at most 400 KB: table sms_attachments. */
public final class SmsAttachments {

  private static final int CHUNK_CHARACTERS = 300 * 1024;
  private static final int SCHEMA_VERSION = 1;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;

  public SmsAttachments(Database database) {
    this.database = database;
  }

  /**
   * Stores the files of a batch, before the batch itself: 1 request for a megabyte.
   *
   * @throws callcentre.storage.database.ThrottledException when a part was not stored
   */
  public void store(String batch, List<StoredFile> files, Instant now) {
    List<WriteRequest> writes = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      String data = files.get(file).base64();
      int chunks = Math.ceilDiv(data.length(), CHUNK_CHARACTERS);
      for (int chunk = 0; chunk < chunks; chunk++) {
        int end = Math.min(data.length(), (chunk + 1) * CHUNK_CHARACTERS);
        Map<String, AttributeValue> item =
            new ItemWriter()
                .all(Table.SMS_ATTACHMENTS.key(batch, "%02d#%03d".formatted(file, chunk)))
                .text("name", files.get(file).name())
                .text("data", data.substring(chunk * CHUNK_CHARACTERS, end))
                .number("chunks", chunks)
                .seconds("ttl", now.plus(KEPT))
                .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
                .build();
        writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
      }
    }
    database.writeAll(Table.SMS_ATTACHMENTS, writes);
  }

  /**
   * The files of a batch in their order, strongly consistent: 1 request per megabyte.
   *
   * @param files how many there are
   * @return empty when a part of them is no longer there
   */
  public Optional<List<StoredFile>> find(String batch, int files) {
    List<ItemReader> chunks = database.queryAll(Table.SMS_ATTACHMENTS, batch);
    List<StoredFile> found = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      String place = "%02d#".formatted(file);
      List<ItemReader> own =
          chunks.stream().filter(item -> item.text("chunk").startsWith(place)).toList();
      if (own.isEmpty() || own.getFirst().number("chunks") != own.size()) {
        return Optional.empty();
      }
      StringBuilder data = new StringBuilder();
      own.forEach(item -> data.append(item.text("data")));
      found.add(new StoredFile(own.getFirst().text("name"), data.toString()));
    }
    return Optional.of(List.copyOf(found));
  }
}
