package callcentre.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a secret whose value is a JSON object. It never shows its value: not in {@link
 * #toString}, not in the exceptions it throws.
 *
 * @param secretId name or ARN by which it was asked for
 * @param versionId the version this value has
 * @param value the object; do not change it, it is shared by all readers in the process
 */
public record SecretJson(String secretId, String versionId, ObjectNode value) {

  /**
   * A text field.
   *
   * @return empty when it is absent, null or blank
   * @throws InvalidConfigurationException when it is something other than text
   */
  public Optional<String> text(String field) {
    JsonNode node = value.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw InvalidConfigurationException.secret(secretId, "an object whose " + field + " is text");
    }
    return Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty());
  }

  /**
   * A text field that must be there.
   *
   * @throws MissingConfigurationException naming secret and field, when it is absent or blank
   * @throws InvalidConfigurationException when it is something other than text
   */
  public String requireText(String field) {
    return text(field)
        .orElseThrow(() -> MissingConfigurationException.secretField(secretId, field));
  }

  /**
   * A list of texts.
   *
   * @return empty when the field is absent or null
   * @throws InvalidConfigurationException when it is something other than a list of texts
   */
  public List<String> texts(String field) {
    JsonNode node = value.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : node) {
      if (entry.isTextual()) {
        texts.add(entry.textValue());
      }
    }
    if (!node.isArray() || texts.size() != node.size()) {
      throw InvalidConfigurationException.secret(
          secretId, "an object whose " + field + " is a list of texts");
    }
    return List.copyOf(texts);
  }

  @Override
  public String toString() {
    return "SecretJson[secretId=" + secretId + ", versionId=" + versionId + ", value=***]";
  }
}
