package callcentre.checks.system;

import callcentre.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks for keys where none may be; a place is named, never what was found there. */
final class SecretHunt {

  /** Other queues hold fewer at a time. */
  private static final int MESSAGES = 10;

  private final GuardedStage stage;
  private final AwsClients services;
  private final List<String> secrets;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();

  SecretHunt(GuardedStage stage, AwsClients services, List<String> secrets) {
    this.stage = stage;
    this.services = services;
    this.secrets = secrets.stream().map(secret -> secret.toLowerCase(Locale.ROOT)).toList();
  }

  /** Tables with an item that holds one. */
  List<String> tables() {
    return services.dynamoDb().listTablesPaginator().tableNames().stream()
        .filter(
            table ->
                services.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .anyMatch(item -> holds(item.toString())))
        .toList();
  }

  /** Queues, dead-letter queues included, with a waiting message that holds one. */
  List<String> queues() {
    return queueUrls().stream().filter(url -> waiting(url).stream().anyMatch(this::holds)).toList();
  }

  private List<String> queueUrls() {
    return services.sqs().listQueuesPaginator(list -> list.maxResults(1_000)).queueUrls().stream()
        .toList();
  }

  /** Seen by this look alone: the next reader finds them at once. */
  private List<Message> waiting(String queueUrl) {
    return services
        .sqs()
        .receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(MESSAGES)
                    .visibilityTimeout(0)
                    .messageAttributeNames("All"))
        .messages();
  }

  /** Logs of functions and of the local system with a line that holds one. */
  List<Path> logs() {
    List<Path> found = new ArrayList<>();
    for (Path log : stage.facts().logs().values()) {
      if (Files.exists(log) && holds(read(log))) {
        found.add(log);
      }
    }
    return found;
  }

  /** What a function asks of AWS: a request that holds one is in {@link #asked}. */
  void hear(String target, String body) {
    if (holds(body)) {
      asked.add(target);
    }
    if (target.contains("SQS.SendMessage")) {
      sent.incrementAndGet();
    }
  }

  /** The operations that a function asked for with one, other than keeping a secret. */
  Set<String> asked() {
    return asked.stream()
        .filter(target -> !target.startsWith("secretsmanager."))
        .collect(Collectors.toSet());
  }

  /** How often a function put something on a queue. */
  int sent() {
    return sent.get();
  }

  boolean holds(Answer answer) {
    return holds(answer.headers().toString()) || holds(answer.body().toString());
  }

  private boolean holds(Message message) {
    return holds(message.body()) || holds(message.messageAttributes().toString());
  }

  private boolean holds(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return secrets.stream().anyMatch(lower::contains);
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
