package callcentre.runner.stack;

import callcentre.cloud.Cloud;
import callcentre.cloud.template.Section;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Makes a declared secret, with a generated value where the template asks for one. */
final class SecretMaker {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int DEFAULT_LENGTH = 32;

  private SecretMaker() {}

  /** Returns its name. A value that exists is kept: cursors and tokens made with it stay valid. */
  static String make(Cloud cloud, String logicalId, Section properties) {
    properties.allowOnly(Set.of("Name", "Description", "GenerateSecretString", "KmsKeyId", "Tags"));
    String name = properties.text("Name").orElse(logicalId);
    cloud.createSecret(name);
    properties
        .section("GenerateSecretString")
        .filter(generate -> !hasValue(cloud, name))
        .ifPresent(
            generate ->
                cloud
                    .secretsManager()
                    .putSecretValue(
                        request -> request.secretId(name).secretString(generated(generate))));
    return name;
  }

  static boolean hasValue(Cloud cloud, String name) {
    try {
      cloud.secretsManager().getSecretValue(request -> request.secretId(name));
      return true;
    } catch (ResourceNotFoundException empty) {
      return false;
    }
  }

  private static String generated(Section generate) {
    generate.allowOnly(
        Set.of(
            "SecretStringTemplate",
            "GenerateStringKey",
            "PasswordLength",
            "ExcludePunctuation",
            "RequireEachIncludedType"));
    String text = random(generate.integer("PasswordLength", DEFAULT_LENGTH));
    if (!generate.has("GenerateStringKey")) {
      return text;
    }
    try {
      ObjectNode value =
          (ObjectNode) JSON.readTree(generate.text("SecretStringTemplate").orElse("{}"));
      return value.put(generate.requireText("GenerateStringKey"), text).toString();
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          generate.path() + ".SecretStringTemplate is no JSON object", malformed);
    }
  }

  /** Letters and digits only: right with and without ExcludePunctuation. */
  static String random(int length) {
    SecureRandom source = new SecureRandom();
    return source
        .ints(length, 0, LETTERS.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(LETTERS.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
