package callcentre.functions.smssender;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.aws.Environment;
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

/**
 * A sender in a process of its own that works on one message. It prints {@code there} at the point
 * where it is to be killed and waits for that; else it prints {@code done}.
 */
public final class SenderProcess {

  /** The point after everything: what is left is to delete the queue's message. */
  static final String BEFORE_THE_DELETE = "BEFORE_THE_DELETE";

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
    new SmsSenderHandler(
            AwsClients.at(endpoints, deaths), new Environment(variables), clock, new SecureRandom())
        .handleRequest(event, new Invocation(Duration.ofSeconds(120)));
    if (args[5].equals(BEFORE_THE_DELETE)) {
      waitForTheEnd();
    }
    say("done");
  }

  private static void waitForTheEnd() {
    say("there");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
