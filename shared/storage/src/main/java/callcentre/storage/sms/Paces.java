package callcentre.storage.sms;

import callcentre.domain.messages.sending.Pace;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** How far each number's pace is taken: items {@code pace#{number}} of {@code sms_logs}. */
public final class Paces {

  private static final String NEXT_FREE = "next_free";
  private static final int SCHEMA_VERSION = 1;
  private static final Duration KEPT = Duration.ofDays(2);

  private final Database database;

  public Paces(Database database) {
    this.database = database;
  }

  /**
   * Takes a number's next free moment: 1 request for a number that rested, else 2.
   *
   * @throws VersionConflictException when others kept being faster
   */
  public Pace.Slot take(PhoneNumber number, Pace pace, Instant now) {
    Pace.Slot first = pace.take(Optional.empty(), now);
    Optional<Instant> met = claim(number, now, first.nextFree());
    if (met.isEmpty()) {
      return first;
    }
    Map<String, Instant> held = new HashMap<>(Map.of(NEXT_FREE, met.get()));
    return database
        .conflicts()
        .run(
            () -> {
              Instant known = held.getOrDefault(NEXT_FREE, now);
              Pace.Slot slot = pace.take(Optional.of(known), now);
              Optional<Instant> other = claim(number, known, slot.nextFree());
              if (other.isPresent()) {
                held.put(NEXT_FREE, other.get());
                throw new VersionConflictException(Table.SMS_LOGS);
              }
              return slot;
            });
  }

  /** Lets a number rest, because the provider wants it to: 1 request. An earlier end is ignored. */
  public void rest(PhoneNumber number, Instant until) {
    claim(number, until, until);
  }

  /** Empty when it was taken; else what is stored, because that is later than was known. */
  private Optional<Instant> claim(PhoneNumber number, Instant known, Instant next) {
    try {
      database
          .client()
          .updateItem(
              request ->
                  request
                      .tableName(database.name(Table.SMS_LOGS))
                      .key(key(number))
                      .updateExpression("SET #next = :next, #ttl = :ttl, #schema = :schema")
                      .conditionExpression("attribute_not_exists(#next) OR #next <= :known")
                      .expressionAttributeNames(
                          Map.of(
                              "#next",
                              NEXT_FREE,
                              "#ttl",
                              "ttl",
                              "#schema",
                              VersionedRows.SCHEMA_VERSION))
                      .expressionAttributeValues(
                          new ItemWriter()
                              .millis(":next", next)
                              .millis(":known", known)
                              .seconds(":ttl", next.plus(KEPT))
                              .number(":schema", SCHEMA_VERSION)
                              .build())
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.empty();
    } catch (ConditionalCheckFailedException later) {
      return Optional.of(new ItemReader(Table.SMS_LOGS, later.item()).millis(NEXT_FREE));
    }
  }

  private static Map<String, AttributeValue> key(PhoneNumber number) {
    return Table.SMS_LOGS.key("pace#" + number.e164());
  }
}
