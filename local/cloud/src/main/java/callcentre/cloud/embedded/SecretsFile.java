package callcentre.cloud.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where secrets are kept between two starts: a JSON file that only its owner may read. */
final class SecretsFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Path> path;

  /**
   * A file, or none at all.
   *
   * @param path empty when nothing is kept
   */
  SecretsFile(Optional<Path> path) {
    this.path = path.map(Path::toAbsolutePath);
  }

  Map<String, StoredSecret> read() {
    Map<String, StoredSecret> secrets = new LinkedHashMap<>();
    if (path.isEmpty() || !Files.exists(path.get())) {
      return secrets;
    }
    try {
      for (JsonNode node : JSON.readTree(Files.readAllBytes(path.get()))) {
        StoredSecret secret = parse(node);
        secrets.put(secret.name(), secret);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "Cannot read " + path.get() + ". It was kept; move it away to start without it.",
          unreadable);
    }
    return secrets;
  }

  void write(Map<String, StoredSecret> secrets) {
    if (path.isEmpty()) {
      return;
    }
    Path target = path.get();
    try {
      Path folder = target.resolveSibling(".").normalize();
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, "secrets", ".json", ownerOnly());
      Files.write(next, JSON.writeValueAsBytes(secrets.values().stream().map(this::json).toList()));
      // A crash in between leaves the old file or the new one, never half of one.
      Files.move(next, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new UncheckedIOException("Cannot write " + target, refused);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private ObjectNode json(StoredSecret secret) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", secret.name()).put("arn", secret.arn());
    node.put("description", secret.description());
    node.put("created_at", secret.createdAt().toString());
    ObjectNode versions = node.putObject("versions");
    secret
        .versions()
        .forEach(
            (id, version) ->
                versions
                    .putObject(id)
                    .put("value", version.value())
                    .put("created_at", version.createdAt().toString()));
    ObjectNode stages = node.putObject("stages");
    secret.stages().forEach(stages::put);
    return node;
  }

  private static StoredSecret parse(JsonNode node) {
    Map<String, StoredSecret.Version> versions = new LinkedHashMap<>();
    node.path("versions")
        .properties()
        .forEach(entry -> versions.put(entry.getKey(), version(entry.getValue())));
    Map<String, String> stages = new LinkedHashMap<>();
    node.path("stages")
        .properties()
        .forEach(entry -> stages.put(entry.getKey(), entry.getValue().asText()));
    return new StoredSecret(
        node.path("name").asText(),
        node.path("arn").asText(),
        node.path("description").asText(),
        versions,
        stages,
        Instant.parse(node.path("created_at").asText()));
  }

  private static StoredSecret.Version version(JsonNode node) {
    return new StoredSecret.Version(
        node.path("value").asText(), Instant.parse(node.path("created_at").asText()));
  }
}
