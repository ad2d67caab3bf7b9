package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.lambda.Invocation;
import callcentre.functions.callprojector.Projectors;
import callcentre.functions.syncworker.Workbench;
import callcentre.functions.webhookreceiver.Receivers;
import callcentre.simulator.Simulator;
import callcentre.simulator.webhooks.RefusedUrlException;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** The way of webhooks over one stage: the simulator's posts, the receiver, the projector. */
final class WebhookPath implements AutoCloseable {

  private static final String TOKEN = "one-live-token";
  private static final int BATCH = 100;
  private static final int MOST_ATTEMPTS = 20;

  /** How long anything may take on a busy machine; nothing here measures time. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Cloud cloud;
  private final Simulator simulator;
  private final String table;
  private final HttpServer server;
  private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> receiver;
  private final RequestHandler<DynamodbEvent, StreamsEventResponse> projector;
  private final Set<String> projected = new HashSet<>();

  /**
   * Registers the stage's address at the simulator.
   *
   * @param parallel how many events may be on their way at one time; 1 keeps their order
   */
  WebhookPath(Cloud cloud, Workbench bench, int parallel) {
    this.cloud = cloud;
    this.simulator = bench.simulator();
    String stage = bench.environment().require(Variable.STAGE);
    this.table = stage + "-call_events";
    String secret = stage + "/mightycall/credentials";
    cloud.createSecret(
        secret,
        "{\"api_key\":\"%s\",\"user_key\":\"%s\",\"host\":\"%s\",\"webhook_tokens\":[\"%s\"]}"
            .formatted(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl(), TOKEN));
    String queue = cloud.createQueue(stage + "-webhooks", Duration.ofSeconds(30)).url();
    Environment environment =
        new Environment(
            Map.of("STAGE", stage, "CREDENTIALS_SECRET_ID", secret, "WEBHOOK_QUEUE_URL", queue));
    this.receiver = Receivers.of(cloud.clients(), environment, simulator.clock());
    this.projector = Projectors.of(cloud.clients(), environment, simulator.clock());
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::receive);
      server.start();
      URI address =
          URI.create(
              "http://127.0.0.1:"
                  + server.getAddress().getPort()
                  + "/api/webhooks/mightycall/"
                  + TOKEN);
      register(address, parallel);
    } catch (IOException failed) {
      throw new AssertionError("the address was not served", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /**
   * As a person does who saves the address again when a slow start cost it the provider's limit.
   */
  private void register(URI address, int parallel) throws InterruptedException {
    for (int attempt = 1; simulator.webhooks().urls().isEmpty(); attempt++) {
      try {
        simulator.webhooks().register(address, parallel);
      } catch (RefusedUrlException refused) {
        assertThat(attempt).as("%s", refused.getMessage()).isLessThan(MOST_ATTEMPTS);
      }
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      APIGatewayProxyResponseEvent answer =
          receiver.handleRequest(
              new APIGatewayProxyRequestEvent()
                  .withHttpMethod(exchange.getRequestMethod())
                  .withPathParameters(Map.of("token", path.substring(path.lastIndexOf('/') + 1)))
                  .withBody(body),
              new Invocation(Duration.ofSeconds(10)));
      byte[] text = answer.getBody().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.getStatusCode(), text.length);
      exchange.getResponseBody().write(text);
    }
  }

  /**
   * Brings events into their rows as they come, until a condition holds; each look is requests,
   * which is pause enough.
   */
  void until(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    do {
      assertThat(Instant.now())
          .as(
              "gave up waiting until %s; events taken: %d, refused: %d, still to come: %d, stored:"
                  + " %d",
              what,
              simulator.webhooks().deliveries().taken(),
              simulator.webhooks().deliveries().refused(),
              simulator.webhooks().waiting(),
              projected.size())
          .isBefore(end);
      project();
    } while (!condition.getAsBoolean());
  }

  /** How many events are stored. */
  long stored() {
    return items().size();
  }

  /** Projects what is stored and was not projected yet, as the stream brings it. */
  private void project() {
    List<DynamodbStreamRecord> news = new ArrayList<>();
    for (Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item :
        items()) {
      if (projected.add(item.get("call_id") + " " + item.get("event"))) {
        news.add(record(item, projected.size()));
      }
    }
    for (int from = 0; from < news.size(); from += BATCH) {
      DynamodbEvent batch = new DynamodbEvent();
      batch.setRecords(news.subList(from, Math.min(news.size(), from + BATCH)));
      assertThat(
              projector
                  .handleRequest(batch, new Invocation(Duration.ofSeconds(60)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  private List<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> items() {
    return cloud.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private static DynamodbStreamRecord record(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item,
      int sequence) {
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach(
        (name, value) ->
            image.put(
                name,
                value.s() == null
                    ? new AttributeValue().withN(value.n())
                    : new AttributeValue(value.s())));
    StreamRecord change = new StreamRecord();
    change.setNewImage(image);
    change.setSequenceNumber(Integer.toString(sequence));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(change);
    return record;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
