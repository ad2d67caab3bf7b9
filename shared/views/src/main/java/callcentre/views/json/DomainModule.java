package callcentre.views.json;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The domain's values as JSON texts, in both directions; the domain itself knows no JSON. */
final class DomainModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  DomainModule() {
    super("domain");
    text(PhoneNumber.class, PhoneNumber::e164, PhoneNumber::parse);
    text(OrganisationId.class, OrganisationId::value, OrganisationId::new);
    text(Extension.class, Extension::digits, Extension::new);
    text(Role.class, Role::wireName, DomainModule::role);
    text(Dataset.class, Dataset::wireName, DomainModule::dataset);
    addDeserializer(Instant.class, new Reader<>(Instant.class, DomainModule::instant));
  }

  private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new Writer<>(type, write));
    addDeserializer(type, new Reader<>(type, read));
  }

  /** Jackson's own reader also takes numbers, as seconds of the epoch. */
  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "must be an RFC 3339 time, for example 2026-11-21T10:00:00Z", malformed);
    }
  }

  private static Role role(String name) {
    return Role.ofWireName(name)
        .orElseThrow(() -> notOneOf(Arrays.stream(Role.values()).map(Role::wireName).toList()));
  }

  private static Dataset dataset(String name) {
    return Dataset.ofWireName(name)
        .orElseThrow(() -> notOneOf(Dataset.pullable().stream().map(Dataset::wireName).toList()));
  }

  private static IllegalArgumentException notOneOf(Iterable<String> names) {
    return new IllegalArgumentException(
        java.util.stream.StreamSupport.stream(names.spliterator(), false)
            .collect(Collectors.joining(", ", "must be one of ", "")));
  }

  private static final class Writer<T> extends StdScalarSerializer<T> {

    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> write;

    Writer(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(write.apply(value));
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> read;

    Reader(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return reject(context, "must be text");
      }
      try {
        return read.apply(json.getText());
      } catch (IllegalArgumentException malformed) {
        return reject(context, String.valueOf(malformed.getMessage()));
      }
    }

    private T reject(DeserializationContext context, String message) throws IOException {
      throw new RejectedValueException(context.getParser(), message);
    }
  }
}
