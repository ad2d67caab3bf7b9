package callcentre.storage.leases;

import callcentre.domain.ownership.Interval;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Leases: table {@code leases}. At most one holder does the work while it lives; a holder that died
 * is followed by another when its time is up. The fence of a late holder is too low to publish
 * (design: "Credentials, token, budget").
 */
public final class LeaseRepository {

  private static final int SCHEMA_VERSION = 1;

  private final Database database;

  public LeaseRepository(Database database) {
    this.database = database;
  }

  /** The lease as it is, strongly consistent: 1 request. */
  public LeaseState read(String name, Instant now) {
    return database
        .get(Table.LEASES, Table.LEASES.key(name))
        .map(item -> LeaseItems.state(item, now))
        .orElse(LeaseState.NEW);
  }

  /**
   * Takes the lease if nobody holds it: 1 request.
   *
   * @param owner unique to this attempt, so that an answer that was lost and the SDK's own
   *     repetition still give the lease to this caller
   * @param length how long it is the caller's; longer than the work and its time-outs take
   */
  public LeaseAttempt acquire(String name, String owner, Duration length, Instant now) {
    return acquire(name, owner, length, now, "");
  }

  /**
   * As {@link #acquire}, only if the published version still is the one that the caller found bad:
   * else somebody has already replaced it.
   *
   * @param badVersionId what {@link LeaseState#currentVersionId()} was; empty when there was none
   */
  public LeaseAttempt acquireToReplace(
      String name, String owner, Optional<String> badVersionId, Duration length, Instant now) {
    return acquire(
        name,
        owner,
        length,
        now,
        badVersionId.isPresent()
            ? " AND #current = :current"
            : " AND attribute_not_exists(#current)",
        badVersionId);
  }

  /**
   * From when until when the published result is good, strongly consistent: 1 request.
   *
   * @return empty when nothing was published, or its publisher did not say
   */
  public Optional<Interval> validity(String name) {
    return database.get(Table.LEASES, Table.LEASES.key(name)).flatMap(LeaseItems::validity);
  }

  /**
   * As {@link #publish(Lease, String)}, and says how long the result is good, so that nobody has to
   * read a secret to know it.
   *
   * @param good with an end
   */
  public boolean publish(Lease held, String versionId, Interval good) {
    return update(
        held,
        "SET #current = :current, #goodFrom = :from, #goodTo = :to"
            + " REMOVE #owner, #expires, #subject, #until",
        new ItemWriter()
            .text(":current", versionId)
            .millis(":from", good.from())
            .millis(":to", good.to().orElseThrow()));
  }

  /**
   * Publishes the result of the work and gives the lease back, which also ends a cooldown: 1
   * request.
   *
   * @return false when the lease went to somebody else meanwhile; then nothing was written
   */
  public boolean publish(Lease held, String versionId) {
    return update(
        held,
        "SET #current = :current REMOVE #owner, #expires, #subject, #until",
        new ItemWriter().text(":current", versionId));
  }

  /**
   * Gives the lease back and asks everybody to wait: 1 request.
   *
   * @return false when the lease went to somebody else meanwhile; then nothing was written
   */
  public boolean coolDown(Lease held, LeaseState.Cooldown cooldown) {
    return update(
        held,
        "SET #subject = :subject, #until = :until REMOVE #owner, #expires",
        new ItemWriter().text(":subject", cooldown.subject()).millis(":until", cooldown.until()));
  }

  /**
   * Gives the lease back without a result: 1 request.
   *
   * @return false when the lease went to somebody else meanwhile; then nothing was written
   */
  public boolean release(Lease held) {
    return update(held, "REMOVE #owner, #expires", new ItemWriter());
  }

  private LeaseAttempt acquire(
      String name, String owner, Duration length, Instant now, String furtherCondition) {
    return acquire(name, owner, length, now, furtherCondition, Optional.empty());
  }

  private LeaseAttempt acquire(
      String name,
      String owner,
      Duration length,
      Instant now,
      String furtherCondition,
      Optional<String> currentVersionId) {
    Instant expires = now.plus(length);
    String update =
        "SET #owner = :owner, #expires = :expires, #schema = :schema,"
            + " #fence = if_not_exists(#fence, :zero) + :one";
    String condition =
        "(attribute_not_exists(#owner) OR #expires <= :now OR #owner = :owner)" + furtherCondition;
    UpdateItemRequest request =
        UpdateItemRequest.builder()
            .tableName(database.name(Table.LEASES))
            .key(Table.LEASES.key(name))
            .updateExpression(update)
            .conditionExpression(condition)
            .expressionAttributeNames(LeaseItems.namesIn(update + condition))
            .expressionAttributeValues(
                new ItemWriter()
                    .text(":owner", owner)
                    .millis(":expires", expires)
                    .millis(":now", now)
                    .number(":schema", SCHEMA_VERSION)
                    .number(":zero", 0)
                    .number(":one", 1)
                    .text(":current", currentVersionId)
                    .build())
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      LeaseState state = LeaseItems.state(database.client().updateItem(request).attributes(), now);
      return new LeaseAttempt.Acquired(new Lease(name, owner, state.fence(), expires, state));
    } catch (ConditionalCheckFailedException held) {
      return new LeaseAttempt.Refused(
          held.hasItem() ? LeaseItems.state(held.item(), now) : LeaseState.NEW);
    }
  }

  private boolean update(Lease held, String update, ItemWriter values) {
    // Only the fence: after a lost answer the repetition finds the owner gone but the fence its
    // own.
    String condition = "#fence = :fence";
    try {
      database
          .client()
          .updateItem(
              UpdateItemRequest.builder()
                  .tableName(database.name(Table.LEASES))
                  .key(Table.LEASES.key(held.name()))
                  .updateExpression(update)
                  .conditionExpression(condition)
                  .expressionAttributeNames(LeaseItems.namesIn(update + condition))
                  .expressionAttributeValues(values.number(":fence", held.fence()).build())
                  .build());
      return true;
    } catch (ConditionalCheckFailedException lost) {
      return false;
    }
  }
}
