package callcentre.storage.leases;

import callcentre.domain.ownership.Interval;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of {@code leases}. */
final class LeaseItems {

  private static final String OWNER = "owner";
  private static final String FENCE = "fence";
  private static final String EXPIRES = "expires";
  private static final String CURRENT = "current_version_id";
  private static final String SUBJECT = "cooldown_subject";
  private static final String UNTIL = "cooldown_until";
  private static final String GOOD_FROM = "good_from";
  private static final String GOOD_TO = "good_to";
  private static final Map<String, String> NAMES =
      Map.of(
          "#owner", OWNER,
          "#fence", FENCE,
          "#expires", EXPIRES,
          "#current", CURRENT,
          "#subject", SUBJECT,
          "#until", UNTIL,
          "#goodFrom", GOOD_FROM,
          "#goodTo", GOOD_TO,
          "#schema", VersionedRows.SCHEMA_VERSION);

  private LeaseItems() {}

  /** The names that the expressions use: DynamoDB refuses others. */
  static Map<String, String> namesIn(String expressions) {
    Map<String, String> used = new HashMap<>(NAMES);
    used.keySet().removeIf(name -> !expressions.contains(name));
    return used;
  }

  /** From when until when what the lease names is good; empty unless its publisher said so. */
  static Optional<Interval> validity(ItemReader item) {
    return item.findMillis(GOOD_FROM)
        .map(from -> new Interval(from, Optional.of(item.millis(GOOD_TO))));
  }

  static LeaseState state(Map<String, AttributeValue> item, Instant now) {
    return state(new ItemReader(Table.LEASES, item), now);
  }

  static LeaseState state(ItemReader item, Instant now) {
    Optional<LeaseState.Holder> holder =
        item.findText(OWNER)
            .map(owner -> new LeaseState.Holder(owner, item.millis(EXPIRES)))
            .filter(live -> live.expires().isAfter(now));
    Optional<LeaseState.Cooldown> cooldown =
        item.findText(SUBJECT).map(subject -> new LeaseState.Cooldown(subject, item.millis(UNTIL)));
    return new LeaseState(holder, item.number(FENCE), item.findText(CURRENT), cooldown);
  }
}
