package callcentre.functions.smssender;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.aws.Environment;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.messaging.QueuedMessage;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A sender in a process of its own that works on one message. It prints {@code there} at the point
 * where it is to be killed and waits for that; else it prints {@code done}.
 */
public final class SenderProcess {

  /** The point after everything: what is left is to delete the queue's message. */
  static final String BEFORE_THE_DELETE = "BEFORE_THE_DELETE";

  private static final int MOST_DELIVERIES = 5;

  private SenderProcess() {}

  /**
   * @param args addresses of DynamoDB, SQS and Secrets Manager, the time, the message, the point,
   *     and the variables as {@code NAME=value}
   */
  public static void main(String[] args) {
    Endpoints endpoints =
        new Endpoints(URI.create(args[0]), URI.create(args[1]), URI.create(args[2]));
    InstantSource clock = InstantSource.fixed(Instant.parse(args[3]));
    Deaths deaths = new Deaths(point -> waitForTheEnd());
    Arrays.stream(Deaths.Point.values())
        .filter(point -> point.name().equals(args[5]))
        .forEach(deaths::at);
    Map<String, String> variables = new HashMap<>();
    for (String variable : List.of(args).subList(6, args.length)) {
      int equals = variable.indexOf('=');
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    SQSMessage message = new SQSMessage();
    message.setMessageId("1");
    message.setBody(new QueuedMessage(OutgoingId.find(args[4]).orElseThrow()).write());
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    AwsClients clients = AwsClients.at(endpoints, deaths);
    warmUp(clients);
    SmsSenderHandler sender =
        new SmsSenderHandler(clients, new Environment(variables), clock, new SecureRandom());
    // What failed before anything was asked for comes again, as the queue does it.
    for (int delivery = 0; delivery < MOST_DELIVERIES; delivery++) {
      if (sender
          .handleRequest(event, new Invocation(Duration.ofSeconds(120)))
          .getBatchItemFailures()
          .isEmpty()) {
        break;
      }
    }
    if (args[5].equals(BEFORE_THE_DELETE)) {
      waitForTheEnd();
    }
    say("done");
  }

  /** The first request of a process is slow; on a busy machine slower than the SDK waits. */
  private static void warmUp(AwsClients clients) {
    for (int attempt = 0; attempt < MOST_DELIVERIES; attempt++) {
      try {
        clients.dynamoDb().listTables(request -> request.limit(1));
        return;
      } catch (SdkException slow) {
        System.err.println("not warm yet: " + slow.getMessage());
      }
    }
  }

  /** Also when the SDK interrupts what takes too long: only a kill ends the process here. */
  private static void waitForTheEnd() {
    say("there");
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (InterruptedException impatient) {
        System.err.println("still waiting to be killed");
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
