package callcentre.runner.stack;

import callcentre.cloud.Cloud;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Fills the declared secrets that a deploy leaves to a person. */
public final class LocalSecrets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_LENGTH = 48;

  private final Cloud cloud;

  public LocalSecrets(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Stores a value unless it is the present one: a new version would void the cached token. */
  public void store(String name, String json) {
    boolean same = SecretMaker.hasValue(cloud, name) && read(name).equals(json);
    if (!same) {
      cloud.secretsManager().putSecretValue(request -> request.secretId(name).secretString(json));
    }
  }

  /** The key in {@code {"key": …}}, made at the first start of a data folder. */
  public String signingKey(String name) {
    if (!SecretMaker.hasValue(cloud, name)) {
      String made = SecretMaker.random(KEY_LENGTH);
      store(name, JSON.createObjectNode().put("key", made).toString());
    }
    try {
      return JSON.readTree(read(name)).path("key").asText();
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("The secret " + name + " is no JSON", malformed);
    }
  }

  private String read(String name) {
    return cloud.secretsManager().getSecretValue(request -> request.secretId(name)).secretString();
  }
}
