package callcentre.api.problem;

import callcentre.domain.validation.FieldError;
import callcentre.domain.validation.InvalidFieldsException;
import callcentre.views.json.RejectedValueException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a body, said with the field's name and what is allowed, never with the
 * parser's own words: those show class names.
 */
final class JsonProblems {

  private static final String WHOLE_BODY = "body";

  private JsonProblems() {}

  /**
   * The answer for a failure to read a body.
   *
   * @param failure whatever the framework threw; its causes are searched
   * @return empty when JSON was not the reason, or when an answer failed to be written
   */
  static Optional<ApiException> of(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException own) {
        return Optional.of(own);
      }
      if (cause instanceof JsonProcessingException unreadable) {
        return isOurs(unreadable) ? Optional.empty() : Optional.of(answer(unreadable));
      }
    }
    return Optional.empty();
  }

  /** A mistake of the program: an answer that cannot be written, a type that cannot be read. */
  private static boolean isOurs(JsonProcessingException failure) {
    return failure.getProcessor() instanceof JsonGenerator
        || failure instanceof InvalidDefinitionException;
  }

  private static ApiException answer(JsonProcessingException failure) {
    return switch (failure) {
      case RejectedValueException refused ->
          ApiException.invalid(path(refused), refused.getOriginalMessage());
      case UnrecognizedPropertyException unknown ->
          ApiException.invalid(path(unknown), "is not known here; known: " + known(unknown));
      case ValueInstantiationException refused -> refusedByOwnRule(refused);
      case MismatchedInputException mismatch ->
          ApiException.invalid(path(mismatch), allowed(mismatch));
      case StreamConstraintsException tooMuch ->
          ApiException.invalid(WHOLE_BODY, "is nested too deeply or holds too long a value");
      case JsonParseException malformed ->
          ApiException.invalid(WHOLE_BODY, "is not valid JSON" + place(malformed));
      case JsonMappingException other when other.getCause() instanceof IllegalArgumentException ->
          refusedByOwnRule(other);
      default -> ApiException.invalid(WHOLE_BODY, "cannot be read");
    };
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? WHOLE_BODY : path.toString();
  }

  private static String known(UnrecognizedPropertyException failure) {
    return failure.getKnownPropertyIds() == null
        ? "nothing"
        : failure.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
  }

  /** A type of ours refused the value, with a message that is made for people. */
  private static ApiException refusedByOwnRule(JsonMappingException failure) {
    String path = path(failure);
    return switch (failure.getCause()) {
      case InvalidFieldsException broken ->
          ApiException.invalid(
              broken.errors().stream()
                  .map(error -> new FieldError(join(path, error.field()), error.message()))
                  .toList());
      case IllegalArgumentException refused when refused.getMessage() != null ->
          ApiException.invalid(path, refused.getMessage());
      case null, default -> ApiException.invalid(path, "is not allowed");
    };
  }

  private static String join(String path, String field) {
    if (path.equals(WHOLE_BODY) || field.isEmpty()) {
      return field.isEmpty() ? path : field;
    }
    return field.startsWith("[") ? path + field : path + "." + field;
  }

  private static String allowed(MismatchedInputException failure) {
    Class<?> target = failure.getTargetType();
    return target == null ? "cannot be read" : "must be " + Allowed.describe(target);
  }

  private static String place(JsonParseException failure) {
    if (String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate field")) {
      return ": a property is given twice";
    }
    return failure.getLocation() == null
        ? ""
        : " (line "
            + failure.getLocation().getLineNr()
            + ", column "
            + failure.getLocation().getColumnNr()
            + ")";
  }
}
