package callcentre.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of this stack with their keys, as {@code docs/tables.md} fixes them. */
public enum Table {
  PHONE_NUMBERS("phone_numbers", "account", "number"),
  NUMBER_ASSIGNMENTS("number_assignments", "account", "number"),
  MIGHTYCALL_EXTENSIONS("mightycall_extensions", "kind", "id"),
  MIGHTYCALL_REPORTS("mightycall_reports", "type", "key"),
  USERS("users", "account", "user_id"),
  ORGANISATIONS("organisations", "account", "organisation_id"),
  SYNC_JOBS("sync_jobs", "account", "id"),
  SYNC_STATE("sync_state", "dataset"),
  PROVIDER_USAGE("provider_usage", "account", "item"),
  LEASES("leases", "lease"),
  IDEMPOTENCY("idempotency", "key"),
  CALL_HISTORY("call_history", "id"),
  CALL_EVENTS("call_events", "call_id", "event"),
  AGENT_STATUS_HISTORY("agent_status_history", "extension", "at"),
  VOICEMAIL_LOGS("voicemail_logs", "id"),
  SMS_LOGS("sms_logs", "id"),
  SMS_ATTACHMENTS("sms_attachments", "message_id", "chunk"),
  SMS_OPT_OUTS("sms_opt_outs", "account", "opt_out"),
  LIVE_CONNECTIONS("live_connections", "topic", "member");

  /**
   * The one value of every hash key called {@code account}: a stack serves one account, and these
   * tables are bounded by it.
   */
  public static final String ACCOUNT = "account";

  private final String baseName;
  private final String hashName;
  private final Optional<String> rangeName;

  Table(String baseName, String hashName) {
    this(baseName, hashName, Optional.empty());
  }

  Table(String baseName, String hashName, String rangeName) {
    this(baseName, hashName, Optional.of(rangeName));
  }

  Table(String baseName, String hashName, Optional<String> rangeName) {
    this.baseName = baseName;
    this.hashName = hashName;
    this.rangeName = rangeName;
  }

  /** The name without the stage, for example {@code phone_numbers}. */
  public String baseName() {
    return baseName;
  }

  public String hashName() {
    return hashName;
  }

  /** Empty when the hash key alone is the key. */
  public Optional<String> rangeName() {
    return rangeName;
  }

  /** The attributes of the key, the hash key first; all of them are strings. */
  public List<String> keyNames() {
    return rangeName.map(range -> List.of(hashName, range)).orElse(List.of(hashName));
  }

  /** The key of an item in a table whose hash key alone is the key. */
  public Map<String, AttributeValue> key(String hash) {
    if (rangeName.isPresent()) {
      throw new IllegalArgumentException(baseName + " also needs " + rangeName.get());
    }
    return Map.of(hashName, AttributeValue.fromS(hash));
  }

  /** The key of an item in a table with a range key. */
  public Map<String, AttributeValue> key(String hash, String range) {
    String name =
        rangeName.orElseThrow(() -> new IllegalArgumentException(baseName + " has no range key"));
    return Map.of(hashName, AttributeValue.fromS(hash), name, AttributeValue.fromS(range));
  }
}
