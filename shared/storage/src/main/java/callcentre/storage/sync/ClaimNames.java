package callcentre.storage.sync;

import java.util.HashMap;
import java.util.Map;

/** The attributes of {@code sync_state} as expressions name them. */
final class ClaimNames {

  private static final Map<String, String> ALL =
      Map.of(
          "#job", SyncStateItems.ACTIVE_JOB,
          "#worker", SyncStateItems.WORKER,
          "#expires", SyncStateItems.CLAIM_EXPIRES,
          "#cursor", SyncStateItems.CURSOR,
          "#schema", "schema_version");

  private ClaimNames() {}

  /** Those that an expression uses: DynamoDB refuses others. */
  static Map<String, String> in(String expressions) {
    Map<String, String> used = new HashMap<>(ALL);
    used.keySet().removeIf(name -> !expressions.contains(name));
    return used;
  }
}
