package callcentre.storage.live;

import callcentre.domain.live.LiveTicket;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * One-use tickets of the live channel. Only a ticket's hash is here: who reads the table cannot
 * connect with what it finds.
 */
public final class LiveTicketRepository {

  private final Database database;

  public LiveTicketRepository(Database database) {
    this.database = database;
  }

  /**
   * Keeps a ticket: 1 request.
   *
   * @param hash SHA-256 of the ticket in hexadecimal
   */
  public void put(String hash, LiveTicket ticket) {
    database
        .client()
        .putItem(
            request ->
                request
                    .tableName(database.name(Table.LIVE_CONNECTIONS))
                    .item(LiveItems.write(hash, ticket)));
  }

  /**
   * Takes a ticket out, which one of any number of callers can: 1 request. When the answer of
   * DynamoDB is lost the ticket may be used up without a connection; the client asks for another.
   *
   * @return empty when it is used, expired or was never given
   */
  public Optional<LiveTicket> consume(String hash, Instant now) {
    DeleteItemRequest request =
        DeleteItemRequest.builder()
            .tableName(database.name(Table.LIVE_CONNECTIONS))
            .key(LiveKeys.ticket(hash))
            .conditionExpression("#expires > :now")
            .expressionAttributeNames(Map.of("#expires", LiveItems.EXPIRES))
            .expressionAttributeValues(new ItemWriter().millis(":now", now).build())
            .returnValues(ReturnValue.ALL_OLD)
            .build();
    try {
      return Optional.of(
          LiveItems.readTicket(
              new ItemReader(
                  Table.LIVE_CONNECTIONS, database.client().deleteItem(request).attributes())));
    } catch (ConditionalCheckFailedException usedOrExpiredOrUnknown) {
      return Optional.empty();
    }
  }
}
