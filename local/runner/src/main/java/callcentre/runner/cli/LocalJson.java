package callcentre.runner.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes {@code local.json}: the same facts as on the screen, for scripts. */
public final class LocalJson {

  /** Name of the file in the data folder. */
  public static final String NAME = "local.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private LocalJson() {}

  /** Readable by its owner only where the file system knows owners: it holds tokens and keys. */
  public static Path write(LocalFacts facts) {
    Path file = facts.dataFolder().resolve(NAME);
    try {
      Files.deleteIfExists(file);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(file, JSON.writeValueAsBytes(document(facts)));
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot write " + file, failure);
    }
  }

  private static ObjectNode document(LocalFacts facts) {
    ObjectNode document = JSON.createObjectNode();
    document.put("address", facts.address());
    document.set("apis", JSON.valueToTree(facts.apis()));
    document.put("stage", facts.stage());
    document.put("process_id", ProcessHandle.current().pid());
    document.set("tokens", JSON.valueToTree(facts.tokens()));
    document.set("users", JSON.valueToTree(facts.subjects()));
    document.put("tokens_expire_at", facts.tokensExpireAt().toString());
    facts
        .account()
        .simulatorAddress()
        .ifPresent(
            address ->
                document
                    .putObject("simulator")
                    .put("address", address)
                    .put("control", address + "/_simulator")
                    .put("api_key", facts.account().apiKey())
                    .put("user_key", facts.account().userKey()));
    document
        .putObject("endpoints")
        .put("dynamodb", facts.endpoints().dynamoDb().toString())
        .put("sqs", facts.endpoints().sqs().toString())
        .put("secrets_manager", facts.endpoints().secretsManager().toString());
    ObjectNode logs = document.putObject("logs");
    facts.logs().forEach((function, file) -> logs.put(function, file.toString()));
    return document;
  }
}
