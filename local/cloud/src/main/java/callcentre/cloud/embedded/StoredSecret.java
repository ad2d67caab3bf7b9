package callcentre.cloud.embedded;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A secret as Secrets Manager keeps it.
 *
 * @param name its name
 * @param arn its ARN
 * @param description may be empty
 * @param versions values by version id, oldest first
 * @param stages version ids by staging label
 * @param createdAt when it was created
 */
record StoredSecret(
    String name,
    String arn,
    String description,
    Map<String, Version> versions,
    Map<String, String> stages,
    Instant createdAt) {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  /** One value and when it was put. */
  record Version(String value, Instant createdAt) {

    @Override
    public String toString() {
      return "Version[***, " + createdAt + "]";
    }
  }

  StoredSecret described(String newDescription) {
    return new StoredSecret(name, arn, newDescription, versions, stages, createdAt);
  }

  /** The labels of a version. */
  List<String> stagesOf(String versionId) {
    return stages.entrySet().stream()
        .filter(stage -> stage.getValue().equals(versionId))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * The secret with one more version, labels moved as PutSecretValue does: what was current becomes
   * the previous one.
   */
  StoredSecret with(String versionId, Version version, List<String> labels) {
    Map<String, Version> moreVersions = new LinkedHashMap<>(versions);
    moreVersions.put(versionId, version);
    Map<String, String> movedStages = new LinkedHashMap<>(stages);
    for (String label : labels) {
      String before = movedStages.put(label, versionId);
      if (CURRENT.equals(label) && before != null && !before.equals(versionId)) {
        movedStages.put(PREVIOUS, before);
      }
    }
    return new StoredSecret(name, arn, description, moreVersions, movedStages, createdAt);
  }
}
