package callcentre.cloud.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each operation of Secrets Manager from its JSON to its JSON. */
final class SecretsOperations {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SecretStore store;

  SecretsOperations(SecretStore store) {
    this.store = store;
  }

  /**
   * Answers a request.
   *
   * @throws SecretsError when Secrets Manager would answer an error
   */
  ObjectNode call(String operation, JsonNode request) {
    return switch (operation) {
      case "CreateSecret" -> create(request);
      case "PutSecretValue" -> put(request);
      case "GetSecretValue" -> get(request);
      case "DescribeSecret" -> describe(request);
      case "UpdateSecret" -> update(request);
      case "ListSecretVersionIds" -> versions(request);
      case "DeleteSecret" -> delete(request);
      default ->
          throw new SecretsError(
              "UnknownOperationException", "the local Secrets Manager has no " + operation);
    };
  }

  private ObjectNode create(JsonNode request) {
    String token = token(request);
    Optional<String> value = value(request);
    StoredSecret secret =
        store.create(
            require(request, "Name"), text(request, "Description").orElse(""), value, token);
    ObjectNode answer = identity(secret);
    value.ifPresent(given -> answer.put("VersionId", token));
    return answer;
  }

  private ObjectNode put(JsonNode request) {
    String token = token(request);
    String value =
        value(request).orElseThrow(() -> SecretsError.invalid("You must provide SecretString."));
    List<String> labels = new ArrayList<>();
    request.path("VersionStages").forEach(label -> labels.add(label.asText()));
    StoredSecret secret =
        store.put(
            require(request, "SecretId"),
            value,
            token,
            labels.isEmpty() ? List.of(StoredSecret.CURRENT) : labels);
    ObjectNode answer = identity(secret).put("VersionId", token);
    stages(answer, secret, token);
    return answer;
  }

  private ObjectNode get(JsonNode request) {
    SecretStore.Value found =
        store.get(
            require(request, "SecretId"),
            text(request, "VersionId"),
            text(request, "VersionStage"));
    ObjectNode answer =
        identity(found.secret())
            .put("VersionId", found.versionId())
            .put("SecretString", found.version().value())
            .put("CreatedDate", seconds(found.version().createdAt()));
    stages(answer, found.secret(), found.versionId());
    return answer;
  }

  private ObjectNode describe(JsonNode request) {
    StoredSecret secret = store.require(require(request, "SecretId"));
    ObjectNode answer =
        identity(secret)
            .put("Description", secret.description())
            .put("CreatedDate", seconds(secret.createdAt()));
    ObjectNode versions = answer.putObject("VersionIdsToStages");
    for (String id : secret.versions().keySet()) {
      List<String> stages = secret.stagesOf(id);
      if (!stages.isEmpty()) {
        ArrayNode list = versions.putArray(id);
        stages.forEach(list::add);
      }
    }
    return answer;
  }

  /** Only at once and for good: that is the one way in which this system deletes. */
  private ObjectNode delete(JsonNode request) {
    if (!request.path("ForceDeleteWithoutRecovery").asBoolean(false)) {
      throw SecretsError.invalid(
          "the local Secrets Manager has no recovery window: give ForceDeleteWithoutRecovery");
    }
    StoredSecret secret = store.require(require(request, "SecretId"));
    return identity(secret).put("DeletionDate", seconds(store.delete(secret.arn())));
  }

  private ObjectNode update(JsonNode request) {
    String id = require(request, "SecretId");
    StoredSecret secret = store.require(id);
    Optional<String> description = text(request, "Description");
    if (description.isPresent()) {
      secret = store.describe(id, description.get());
    }
    Optional<String> value = value(request);
    if (value.isEmpty()) {
      return identity(secret);
    }
    String token = token(request);
    return identity(store.put(id, value.get(), token, List.of(StoredSecret.CURRENT)))
        .put("VersionId", token);
  }

  private ObjectNode versions(JsonNode request) {
    StoredSecret secret = store.require(require(request, "SecretId"));
    boolean all = request.path("IncludeDeprecated").asBoolean(false);
    ObjectNode answer = identity(secret);
    ArrayNode list = answer.putArray("Versions");
    secret
        .versions()
        .forEach(
            (id, version) -> {
              if (all || !secret.stagesOf(id).isEmpty()) {
                ObjectNode entry = list.addObject().put("VersionId", id);
                entry.put("CreatedDate", seconds(version.createdAt()));
                stages(entry, secret, id);
              }
            });
    return answer;
  }

  private static ObjectNode identity(StoredSecret secret) {
    return JSON.createObjectNode().put("ARN", secret.arn()).put("Name", secret.name());
  }

  private static void stages(ObjectNode answer, StoredSecret secret, String versionId) {
    ArrayNode list = answer.putArray("VersionStages");
    secret.stagesOf(versionId).forEach(list::add);
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private static Optional<String> value(JsonNode request) {
    if (request.has("SecretBinary")) {
      throw SecretsError.invalid("the local Secrets Manager keeps texts only: give SecretString");
    }
    return text(request, "SecretString");
  }

  private static String token(JsonNode request) {
    return text(request, "ClientRequestToken").orElseGet(() -> UUID.randomUUID().toString());
  }

  private static String require(JsonNode request, String field) {
    return text(request, field)
        .orElseThrow(() -> SecretsError.invalid("You must provide " + field + "."));
  }

  private static Optional<String> text(JsonNode request, String field) {
    JsonNode node = request.path(field);
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
