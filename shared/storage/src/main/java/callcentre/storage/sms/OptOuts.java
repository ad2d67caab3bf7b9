package callcentre.storage.sms;

import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Who wants no messages from which of our numbers: table {@code sms_opt_outs}. The newest word
 * counts, in whatever order words arrive; each one that counted is kept as an audit row.
 */
public final class OptOuts {

  private static final int SCHEMA_VERSION = 1;
  private static final String AUDIT = "audit";

  private final Database database;

  public OptOuts(Database database) {
    this.database = database;
  }

  /**
   * Those of the clients that want no message from a number, strongly consistent: 1 request per
   * 100.
   */
  public Set<PhoneNumber> stopped(PhoneNumber business, Collection<PhoneNumber> clients) {
    return database
        .getAll(Table.SMS_OPT_OUTS, clients.stream().map(client -> key(client, business)).toList())
        .stream()
        .map(OptOuts::read)
        .filter(OptOut::stopped)
        .map(OptOut::client)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Notes a word of a client, or of a person for the client, and its audit row: 1 request.
   *
   * @return false when a newer word is known, or this very one; nothing was changed
   */
  public boolean note(OptOut word) {
    Map<String, AttributeValue> item = item(word).all(key(word.client(), word.business())).build();
    Put put =
        Put.builder()
            .tableName(database.name(Table.SMS_OPT_OUTS))
            .item(item)
            .conditionExpression("attribute_not_exists(#at) OR #at < :at")
            .expressionAttributeNames(Map.of("#at", "said_at"))
            .expressionAttributeValues(new ItemWriter().millis(":at", word.saidAt()).build())
            .build();
    Put audit =
        Put.builder()
            .tableName(database.name(Table.SMS_OPT_OUTS))
            .item(
                item(word)
                    .all(
                        Table.SMS_OPT_OUTS.key(
                            AUDIT, range(word.client(), word.business()) + "#" + word.saidAt()))
                    .build())
            .build();
    return database
        .conflicts()
        .run(
            () -> {
              try {
                database
                    .client()
                    .transactWriteItems(
                        request ->
                            request.transactItems(
                                TransactWriteItem.builder().put(put).build(),
                                TransactWriteItem.builder().put(audit).build()));
                return true;
              } catch (TransactionCanceledException cancelled) {
                if (Transactions.conditionFailed(cancelled, 0)) {
                  return false;
                }
                throw cancelled;
              }
            });
  }

  /** A page in order of the client, those taken back included: 1 request. */
  public Page<OptOut> page(int limit, Optional<PageKey> from) {
    return database
        .queryPage(Table.SMS_OPT_OUTS, Table.ACCOUNT, limit, from, Order.ASCENDING)
        .map(OptOuts::read);
  }

  /** All words that counted between a client and a number, oldest first: 1 request. */
  public List<OptOut> history(PhoneNumber business, PhoneNumber client) {
    return database
        .client()
        .query(
            request ->
                request
                    .tableName(database.name(Table.SMS_OPT_OUTS))
                    .keyConditionExpression("#account = :audit AND begins_with(#range, :of)")
                    .expressionAttributeNames(Map.of("#account", "account", "#range", "opt_out"))
                    .expressionAttributeValues(
                        new ItemWriter()
                            .text(":audit", AUDIT)
                            .text(":of", range(client, business) + "#")
                            .build())
                    .consistentRead(true))
        .items()
        .stream()
        .map(item -> read(new ItemReader(Table.SMS_OPT_OUTS, item)))
        .toList();
  }

  private static ItemWriter item(OptOut word) {
    return new ItemWriter()
        .text("client", word.client().e164())
        .text("business_number", word.business().e164())
        .flag("stopped", word.stopped())
        .millis("said_at", word.saidAt())
        .text("said_by", word.saidBy())
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION);
  }

  static OptOut read(ItemReader item) {
    return new OptOut(
        item.read("business_number", PhoneNumber::new),
        item.read("client", PhoneNumber::new),
        item.flag("stopped"),
        item.millis("said_at"),
        item.text("said_by"));
  }

  private static Map<String, AttributeValue> key(PhoneNumber client, PhoneNumber business) {
    return Table.SMS_OPT_OUTS.key(Table.ACCOUNT, range(client, business));
  }

  private static String range(PhoneNumber client, PhoneNumber business) {
    return client.e164() + "#" + business.e164();
  }
}
