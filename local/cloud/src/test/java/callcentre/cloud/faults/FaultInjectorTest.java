package callcentre.cloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@ExtendWith(CloudExtension.class)
class FaultInjectorTest {

  private static final String PUT = "dynamodb.PutItem";

  private final RequestCounter requests = new RequestCounter();
  private final FaultInjector faults = new FaultInjector();
  private final Cloud cloud;
  private final String table;
  private final DynamoDbClient dynamoDb;

  FaultInjectorTest(Cloud cloud) {
    this.cloud = cloud;
    this.table = cloud.newStage() + "-faults";
    this.dynamoDb = cloud.clients(requests, faults).dynamoDb();
    cloud.createTable(
        CreateTableRequest.builder()
            .tableName(table)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("id")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(key("id"))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName("by_id")
                    .keySchema(key("id"))
                    .projection(all -> all.projectionType(ProjectionType.ALL))
                    .build())
            .build());
  }

  @Test
  void withoutScriptNothingFails() {
    putNew("a");

    assertThat(stored("a")).isTrue();
    assertThat(requests.counts()).containsExactlyEntriesOf(Map.of(PUT, 1));
    assertThat(faults.isExhausted()).isTrue();
  }

  @Test
  void anUnreachableServiceIsTriedAgainAndTheWriteComesOnce() {
    faults.next(PUT, new Fault.Unreachable(), new Fault.Unreachable());

    putNew("a");

    assertThat(stored("a")).isTrue();
    assertThat(requests.count(PUT)).isEqualTo(3);
  }

  @Test
  void aServiceThatStaysUnreachableIsTriedThreeTimes() {
    faults.next(PUT, new Fault.Unreachable(), new Fault.Unreachable(), new Fault.Unreachable());

    assertThatThrownBy(() -> putNew("a")).isInstanceOf(SdkClientException.class);

    assertThat(stored("a")).isFalse();
    assertThat(requests.count(PUT)).isEqualTo(3);
  }

  @Test
  void throttlingIsTriedAgain() {
    faults.next(PUT, new Fault.Throttled());
    putNew("a");
    assertThat(requests.count(PUT)).isEqualTo(2);

    faults.next(PUT, new Fault.Throttled(), new Fault.Throttled(), new Fault.Throttled());
    assertThatThrownBy(() -> putNew("b"))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    assertThat(stored("b")).isFalse();
  }

  @Test
  void anInternalErrorIsTriedAgainAndDeniedAccessIsNot() {
    faults.next(PUT, new Fault.ServerError());
    putNew("a");
    assertThat(requests.count(PUT)).isEqualTo(2);

    requests.reset();
    faults.next(PUT, new Fault.AccessDenied());
    assertThatThrownBy(() -> putNew("b"))
        .asInstanceOf(type(DynamoDbException.class))
        .extracting(error -> error.awsErrorDetails().errorCode())
        .isEqualTo("AccessDeniedException");
    assertThat(requests.count(PUT)).isEqualTo(1);
  }

  @Test
  void aLostAnswerMakesTheRepeatedConditionalWriteFailAgainstItself() {
    faults.next(PUT, new Fault.LostAnswer());

    assertThatThrownBy(() -> putNew("a")).isInstanceOf(ConditionalCheckFailedException.class);

    assertThat(stored("a")).isTrue();
    assertThat(requests.count(PUT)).isEqualTo(2);
  }

  @Test
  void anAnswerLostAtLastLeavesAWriteThatTheCallerDoesNotKnowOf() {
    faults.next(PUT, new Fault.LostAnswerAtLast());

    assertThatThrownBy(() -> putNew("a")).isInstanceOf(SdkClientException.class);

    assertThat(stored("a")).isTrue();
    assertThat(requests.count(PUT)).isEqualTo(1);
  }

  @Test
  void aConflictCancelsATransactionWithAReasonForEachPart() {
    faults.next("dynamodb.TransactWriteItems", new Fault.TransactionConflict());

    assertThatThrownBy(
            () ->
                dynamoDb.transactWriteItems(
                    write ->
                        write.transactItems(
                            part -> part.put(put -> put.tableName(table).item(item("a"))),
                            part -> part.put(put -> put.tableName(table).item(item("b"))))))
        .asInstanceOf(type(TransactionCanceledException.class))
        .extracting(TransactionCanceledException::cancellationReasons)
        .asList()
        .hasSize(2);
    assertThat(stored("a")).isFalse();
    assertThat(requests.count("dynamodb.TransactWriteItems")).isEqualTo(1);
  }

  @Test
  void aConflictRefusesASingleWrite() {
    faults.next(
        PUT,
        new Fault.TransactionConflict(),
        new Fault.TransactionConflict(),
        new Fault.TransactionConflict());

    assertThatThrownBy(() -> putNew("a")).isInstanceOf(TransactionConflictException.class);
    assertThat(stored("a")).isFalse();
  }

  @Test
  void aHeldRequestGoesOnWhenItsGateOpens() throws Exception {
    Fault.Gate gate = new Fault.Gate();
    faults.next(PUT, new Fault.Held(gate));
    Thread writer = Thread.ofVirtual().start(() -> putNew("a"));

    gate.awaitArrival();
    assertThat(stored("a")).isFalse();
    gate.open();
    writer.join();

    assertThat(stored("a")).isTrue();
  }

  @Test
  void anIndexLagsUntilItCatchesUp() {
    putNew("a");
    faults.hideFromIndex("by_id", item -> item.get("id").s().equals("a"));

    assertThat(queried("a")).isEmpty();
    assertThat(stored("a")).isTrue();

    faults.clear();
    assertThat(queried("a")).hasSize(1);
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    List<Boolean> first = outcomes(42);
    List<Boolean> again = outcomes(42);

    assertThat(first).isEqualTo(again).contains(true, false);
  }

  private List<Boolean> outcomes(long seed) {
    faults.clear();
    faults.atRandom(seed, 0.5, Set.of(PUT), List.of(new Fault.AccessDenied()));
    List<Boolean> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outcomes.add(succeeds(() -> dynamoDb.putItem(put -> put.tableName(table).item(item("r")))));
    }
    return outcomes;
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (SdkException injected) {
      return false;
    }
  }

  private void putNew(String id) {
    dynamoDb.putItem(
        put -> put.tableName(table).item(item(id)).conditionExpression("attribute_not_exists(id)"));
  }

  private boolean stored(String id) {
    return cloud.dynamoDb().getItem(get -> get.tableName(table).key(item(id))).hasItem();
  }

  private List<Map<String, AttributeValue>> queried(String id) {
    return dynamoDb
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("by_id")
                    .keyConditionExpression("id = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id))))
        .items();
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  private static KeySchemaElement key(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }
}
