package callcentre.storage.sms;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendGroup;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Items {@code group#…} of {@code sms_logs}: an attribute for each message of the group that has a
 * claim, with its state. Written in the transaction that changes the message, so that whoever reads
 * the group sees every request that was or may have been made.
 */
final class GroupItems {

  private static final String MEMBER = "of:";

  /** In place of {@code sent}, once the journal's record is known. */
  private static final String RECORDED = "recorded";

  private static final int SCHEMA_VERSION = 1;

  /** Longer than anything is settled, and than a person looks into it. */
  private static final Duration KEPT = Duration.ofDays(30);

  private GroupItems() {}

  static Map<String, AttributeValue> key(SendGroup group) {
    return Table.SMS_LOGS.key(id(group));
  }

  static String id(SendGroup group) {
    return String.join(
        "#",
        "group",
        group.from().e164(),
        group.to().e164(),
        group.textHash(),
        Long.toString(group.window()));
  }

  /** The part of a transaction that notes a message's state. */
  static TransactWriteItem note(
      Database database, SendGroup group, OutgoingId id, SendState state) {
    return TransactWriteItem.builder().update(set(database, group, id, state.wireName())).build();
  }

  /** Notes that a sent message's record in the journal is known. */
  static void noteRecorded(Database database, SendGroup group, OutgoingId id) {
    Update update = set(database, group, id, RECORDED);
    database
        .client()
        .updateItem(
            request ->
                request
                    .tableName(update.tableName())
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .expressionAttributeNames(update.expressionAttributeNames())
                    .expressionAttributeValues(update.expressionAttributeValues()));
  }

  private static Update set(Database database, SendGroup group, OutgoingId id, String state) {
    return update(
        database,
        group,
        "SET #member = :state, #ttl = :ttl, #schema = :schema",
        Map.of(
            "#member", MEMBER + id.value(), "#ttl", "ttl", "#schema", VersionedRows.SCHEMA_VERSION),
        new ItemWriter()
            .text(":state", state)
            .seconds(":ttl", group.end().plus(KEPT))
            .number(":schema", SCHEMA_VERSION));
  }

  /** The part of a transaction that takes out a message of which no request was accepted. */
  static TransactWriteItem forget(Database database, SendGroup group, OutgoingId id) {
    return TransactWriteItem.builder()
        .update(
            update(
                database,
                group,
                "SET #ttl = :ttl, #schema = :schema REMOVE #member",
                Map.of(
                    "#member",
                    MEMBER + id.value(),
                    "#ttl",
                    "ttl",
                    "#schema",
                    VersionedRows.SCHEMA_VERSION),
                new ItemWriter()
                    .seconds(":ttl", group.end().plus(KEPT))
                    .number(":schema", SCHEMA_VERSION)))
        .build();
  }

  static GroupMembers read(ItemReader item) {
    Map<OutgoingId, SendState> members = new HashMap<>();
    Set<OutgoingId> recorded = new HashSet<>();
    for (String name : item.names()) {
      if (name.startsWith(MEMBER)) {
        OutgoingId id = OutgoingId.find(name.substring(MEMBER.length())).orElseThrow();
        if (item.text(name).equals(RECORDED)) {
          recorded.add(id);
          members.put(id, SendState.SENT);
        } else {
          members.put(id, item.read(name, text -> SendState.ofWireName(text).orElseThrow()));
        }
      }
    }
    return new GroupMembers(members, recorded);
  }

  private static Update update(
      Database database,
      SendGroup group,
      String expression,
      Map<String, String> names,
      ItemWriter values) {
    return Update.builder()
        .tableName(database.name(Table.SMS_LOGS))
        .key(key(group))
        .updateExpression(expression)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values.build())
        .build();
  }
}
