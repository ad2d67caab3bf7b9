package callcentre.live;

import callcentre.domain.live.Delta;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.ServerMessage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes what the server says, as the contract has it. */
public final class ServerMessages {

  private static final JsonFactory JSON = new JsonFactory();

  private ServerMessages() {}

  /** The message as JSON. */
  public static String write(ServerMessage message) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", message.type());
      switch (message) {
        case ServerMessage.Snapshot snapshot -> write(snapshot, json);
        case ServerMessage.Change change -> write(change.delta(), json);
        case ServerMessage.Resumed resumed -> {
          json.writeStringField("topic", resumed.topic().wireName());
          json.writeNumberField("seq", resumed.seq());
        }
        case ServerMessage.Refusal refusal -> write(refusal, json);
        case ServerMessage.Pong pong -> json.writeStringField("at", pong.at().toString());
        case ServerMessage.Bye bye -> json.writeStringField("reason", bye.reason().wireName());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory can be written", impossible);
    }
    return text.toString();
  }

  private static void write(ServerMessage.Snapshot snapshot, JsonGenerator json)
      throws IOException {
    json.writeStringField("topic", snapshot.topic().wireName());
    json.writeNumberField("seq", snapshot.seq());
    json.writeNumberField("page", snapshot.page());
    json.writeBooleanField("last", snapshot.last());
    json.writeStringField("since", snapshot.since().toString());
    json.writeBooleanField("truncated", snapshot.truncated());
    json.writeArrayFieldStart("rows");
    for (RowChange row : snapshot.rows()) {
      json.writeStartObject();
      json.writeStringField("type", row.type().wireName());
      write(row, json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(Delta delta, JsonGenerator json) throws IOException {
    json.writeStringField("topic", delta.topic().wireName());
    json.writeNumberField("seq", delta.seq());
    json.writeStringField("at", delta.at().toString());
    write(delta.row(), json);
  }

  private static void write(RowChange row, JsonGenerator json) throws IOException {
    json.writeNumberField("version", row.version());
    json.writeFieldName("data");
    if (row.data().isPresent()) {
      json.writeRawValue(row.data().get());
    } else {
      json.writeNull();
      json.writeStringField("id", row.id());
      json.writeBooleanField("too_large", true);
    }
  }

  private static void write(ServerMessage.Refusal refusal, JsonGenerator json) throws IOException {
    json.writeStringField("error", refusal.error().wireName());
    if (refusal.topic().isPresent()) {
      json.writeStringField("topic", refusal.topic().get());
    }
    json.writeStringField("message", refusal.message());
  }
}
