package callcentre.storage.idempotency;

import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Requests that must not be done twice: table {@code idempotency}. The record is written before the
 * work and holds its answer afterwards. Whether it is still good is decided by its own times, for
 * DynamoDB removes an expired item only days later.
 */
public final class IdempotencyRepository {

  /** How long a key is remembered (contract: "24 h, per user and route"). */
  public static final Duration MEMORY = Duration.ofHours(24);

  private static final int SCHEMA_VERSION = 1;
  private static final Map<String, String> ATTEMPT_NAME = Map.of("#attempt", "attempt");

  /** Whether a key may be taken: never used, forgotten, or its attempt never ended. */
  private static final String FREE =
      "attribute_not_exists(#key) OR #forgotten <= :now"
          + " OR (#body = :body AND attribute_not_exists(#status) AND #locked <= :now)";

  private static final Map<String, String> FREE_NAMES =
      Map.of(
          "#key", "key",
          "#forgotten", "forgotten_at",
          "#body", "body_hash",
          "#status", "status",
          "#locked", "locked_until");

  private final Database database;

  public IdempotencyRepository(Database database) {
    this.database = database;
  }

  /**
   * Notes that a request is being done, unless it was or is: 1 request.
   *
   * @param bodyHash tells this body from another one
   * @param attempt unique to this attempt, for example the request's id; {@link #complete} and
   *     {@link #abandon} name it
   * @param longest how long the work takes at most: after that an attempt that never ended is
   *     followed by the next
   */
  public BeginResult begin(
      IdempotencyKey key, String bodyHash, String attempt, Duration longest, Instant now) {
    Map<String, AttributeValue> item =
        new ItemWriter()
            .all(Table.IDEMPOTENCY.key(key.value()))
            .text("body_hash", bodyHash)
            .text("attempt", attempt)
            .millis("locked_until", now.plus(longest))
            .millis("forgotten_at", now.plus(MEMORY))
            .seconds("ttl", now.plus(MEMORY))
            .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
            .build();
    try {
      database
          .client()
          .putItem(
              request ->
                  request
                      .tableName(database.name(Table.IDEMPOTENCY))
                      .item(item)
                      .conditionExpression(FREE)
                      .expressionAttributeNames(FREE_NAMES)
                      .expressionAttributeValues(
                          new ItemWriter().millis(":now", now).text(":body", bodyHash).build())
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new BeginResult.Started();
    } catch (ConditionalCheckFailedException known) {
      return judge(known.item(), bodyHash, attempt);
    }
  }

  /**
   * The part of a transaction that notes a request as done, for work that is nothing but the other
   * parts of it: there is no time at which it runs.
   *
   * @param memory how long the key means this request, at most {@link #MEMORY}
   */
  public TransactWriteItem completed(
      IdempotencyKey key,
      String bodyHash,
      String attempt,
      StoredAnswer answer,
      Duration memory,
      Instant now) {
    Map<String, AttributeValue> item =
        new ItemWriter()
            .all(Table.IDEMPOTENCY.key(key.value()))
            .text("body_hash", bodyHash)
            .text("attempt", attempt)
            .millis("locked_until", now)
            .millis("forgotten_at", now.plus(memory))
            .seconds("ttl", now.plus(memory))
            .number("status", answer.status())
            .map("headers", write(answer.headers()))
            .text("body", answer.body())
            .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
            .build();
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(database.name(Table.IDEMPOTENCY))
                .item(item)
                .conditionExpression(FREE)
                .expressionAttributeNames(FREE_NAMES)
                .expressionAttributeValues(
                    new ItemWriter().millis(":now", now).text(":body", bodyHash).build())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  /**
   * What a request would meet: 1 request, which takes no key.
   *
   * @return {@link BeginResult.Started} when the key is free
   */
  public BeginResult find(IdempotencyKey key, String bodyHash, Instant now) {
    return database
        .get(Table.IDEMPOTENCY, Table.IDEMPOTENCY.key(key.value()))
        .filter(known -> known.millis("forgotten_at").isAfter(now))
        .map(known -> judge(known, bodyHash, ""))
        .orElseGet(BeginResult.Started::new);
  }

  /**
   * What a request meets whose key was used before.
   *
   * @param stored the record that refused {@link #completed}
   */
  public BeginResult judge(Map<String, AttributeValue> stored, String bodyHash, String attempt) {
    return judge(new ItemReader(Table.IDEMPOTENCY, stored), bodyHash, attempt);
  }

  /**
   * Keeps the answer for whoever sends the request again: 1 request.
   *
   * @return false when another attempt has followed this one; its answer is the one that counts
   */
  public boolean complete(IdempotencyKey key, String attempt, StoredAnswer answer) {
    try {
      database
          .client()
          .updateItem(
              request ->
                  request
                      .tableName(database.name(Table.IDEMPOTENCY))
                      .key(Table.IDEMPOTENCY.key(key.value()))
                      .updateExpression("SET #status = :status, #headers = :headers, #body = :body")
                      .conditionExpression("#attempt = :attempt")
                      .expressionAttributeNames(
                          Map.of(
                              "#attempt", "attempt",
                              "#status", "status",
                              "#headers", "headers",
                              "#body", "body"))
                      .expressionAttributeValues(
                          new ItemWriter()
                              .text(":attempt", attempt)
                              .number(":status", answer.status())
                              .map(":headers", write(answer.headers()))
                              .text(":body", answer.body())
                              .build()));
      return true;
    } catch (ConditionalCheckFailedException followed) {
      return false;
    }
  }

  /**
   * Forgets an attempt that did nothing, so that the key may be used again at once: 1 request.
   * Never after something that cannot be taken back was sent.
   */
  public void abandon(IdempotencyKey key, String attempt) {
    try {
      database
          .client()
          .deleteItem(
              request ->
                  request
                      .tableName(database.name(Table.IDEMPOTENCY))
                      .key(Table.IDEMPOTENCY.key(key.value()))
                      .conditionExpression("#attempt = :attempt")
                      .expressionAttributeNames(ATTEMPT_NAME)
                      .expressionAttributeValues(
                          new ItemWriter().text(":attempt", attempt).build()));
    } catch (ConditionalCheckFailedException followed) {
      // Another attempt has taken the key, or this one was forgotten already: nothing to forget.
    }
  }

  private static BeginResult judge(ItemReader known, String bodyHash, String attempt) {
    if (!known.text("body_hash").equals(bodyHash)) {
      return new BeginResult.DifferentBody();
    }
    if (known.findNumber("status").isPresent()) {
      return new BeginResult.Completed(
          new StoredAnswer(
              Math.toIntExact(known.number("status")),
              readHeaders(known.map("headers")),
              known.text("body")));
    }
    // The SDK repeats a write whose answer was lost: it then meets its own record.
    return known.text("attempt").equals(attempt)
        ? new BeginResult.Started()
        : new BeginResult.InProgress();
  }

  private static ItemWriter write(Map<String, String> headers) {
    ItemWriter written = new ItemWriter();
    headers.forEach(written::text);
    return written;
  }

  private static Map<String, String> readHeaders(ItemReader headers) {
    return headers.names().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, headers::text));
  }
}
