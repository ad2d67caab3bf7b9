package callcentre.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@link Change} by the place it has in a record: left out, null, or a value. */
@SuppressWarnings(
    "rawtypes") // Jackson registers by raw class and asks for the content's type later
final class ChangeDeserializer extends JsonDeserializer<Change> implements ContextualDeserializer {

  private final @Nullable JavaType content;

  ChangeDeserializer() {
    this(null);
  }

  private ChangeDeserializer(@Nullable JavaType content) {
    this.content = content;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType type = context.getContextualType();
    return new ChangeDeserializer(type == null ? null : type.containedTypeOrUnknown(0));
  }

  @Override
  public Change deserialize(JsonParser json, DeserializationContext context) throws IOException {
    Object value = context.readValue(json, content);
    return value == null ? new Change.Cleared<>() : new Change.Set<>(value);
  }

  @Override
  public Change getNullValue(DeserializationContext context) {
    return new Change.Cleared<>();
  }

  @Override
  public Change getAbsentValue(DeserializationContext context) {
    return new Change.Unchanged<>();
  }
}
