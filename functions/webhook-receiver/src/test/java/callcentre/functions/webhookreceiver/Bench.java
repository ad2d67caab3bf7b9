package callcentre.functions.webhookreceiver;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.events.WebhookState;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.events.WebhookStateRepository;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** A stage of its own with the receiver in front. */
final class Bench {

  static final String KEY = "0b7e4f52-9c1d-4a63-8e20-5d1f7a94c3b6";
  static final String TOKEN = "one-of-two-live-tokens";
  static final Instant NOW = Instant.parse("2026-09-14T16:20:07Z");

  final FaultInjector faults = new FaultInjector();
  final RequestCounter requests = new RequestCounter();
  private final Cloud cloud;
  private final String stage;
  private final String table;
  private final Queue queue;
  private final WebhookReceiverHandler handler;
  private Instant now = NOW;

  Bench(Cloud cloud) {
    this.cloud = cloud;
    this.stage = cloud.newStage();
    this.table = TemplateTables.create(cloud, stage, "call_events");
    TemplateTables.create(cloud, stage, "sync_state");
    this.queue = cloud.createQueue(stage + "-webhooks", Duration.ofSeconds(30));
    secret(KEY, "");
    InstantSource clock = () -> now;
    this.handler =
        new WebhookReceiverHandler(
            Receiver.of(
                cloud.clients(requests, faults),
                new Environment(
                    Map.of(
                        "STAGE",
                        stage,
                        "CREDENTIALS_SECRET_ID",
                        stage + "/mightycall/credentials",
                        "WEBHOOK_QUEUE_URL",
                        queue.url())),
                clock));
  }

  String table() {
    return table;
  }

  /** Stores the account's keys. */
  void secret(String key, String previous) {
    cloud.createSecret(
        stage + "/mightycall/credentials",
        """
        {"api_key":"%s","previous_api_key":"%s","user_key":"u","host":"classic",
         "webhook_tokens":["%s","the-other-live-token"]}
        """
            .formatted(key, previous, TOKEN));
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  APIGatewayProxyResponseEvent post(String token, String body) {
    return send(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPathParameters(Map.of("token", token))
            .withBody(body));
  }

  APIGatewayProxyResponseEvent send(APIGatewayProxyRequestEvent request) {
    return handler.handleRequest(request, new Invocation(Duration.ofSeconds(10)));
  }

  List<Map<String, AttributeValue>> stored() {
    return cloud.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  WebhookState state() {
    return new WebhookStateRepository(new Database(cloud::dynamoDb, () -> new Tables(stage)))
        .find();
  }

  List<Message> queued() {
    return cloud
        .sqs()
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(queue.url())
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .waitTimeSeconds(1))
        .messages();
  }

  /** An event as the provider sends it. */
  static String event(String key, String call, int second) {
    return """
    {"Body":{"From":"+13475550123","To":"+12125550147","Id":"%s","Extension":"101"},
     "Guid":"00000000-0000-0000-0000-000000000000","ApiKey":"%s",
     "Timestamp":"2026-09-14T16:%02d:%02d.5140000Z","EventType":"IncomingCallRinging"}
    """
        .formatted(call, key, second / 60, second % 60);
  }
}
