package callcentre.runner.stack;

import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.template.References;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the tables, queues and secrets of the template in the embedded cloud. */
public final class Provisioner implements References {

  private static final Set<String> QUEUE_PROPERTIES =
      Set.of(
          "QueueName",
          "VisibilityTimeout",
          "RedrivePolicy",
          "DelaySeconds",
          "ReceiveMessageWaitTimeSeconds",
          "MessageRetentionPeriod",
          "RedriveAllowPolicy",
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "Tags");
  private static final int DEFAULT_VISIBILITY_SECONDS = 30;

  private final Template template;
  private final Cloud cloud;
  private final Map<String, Queue> queues = new ConcurrentHashMap<>();
  private final Map<String, String> secretNames = new ConcurrentHashMap<>();
  private final Deque<String> underWay = new ArrayDeque<>();

  public Provisioner(Template template, Cloud cloud) {
    this.template = template;
    this.cloud = cloud;
  }

  /**
   * Makes what does not exist yet; what exists keeps its content. The three services are asked at
   * the same time: each first call of a client takes a good part of a second.
   *
   * @throws TemplateException naming what cannot be honoured
   */
  public void provision() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tasks =
          List.of(
              threads.submit(() -> TemplateTables.of(template).forEach(cloud::createTable)),
              threads.submit(() -> resources("AWS::SQS::Queue").forEach(this::queue)),
              threads.submit(() -> resources("AWS::SecretsManager::Secret").forEach(this::secret)));
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was stopped", stopped);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("The stores could not be made", failure.getCause());
    }
  }

  private List<String> resources(String type) {
    return template.resources(type).stream().map(Resource::logicalId).toList();
  }

  /** How many tables, queues and secrets the template declares. */
  public int count() {
    return template.resources("AWS::DynamoDB::Table").size() + queues.size() + secretNames.size();
  }

  private Queue queue(String logicalId) {
    Queue made = queues.get(logicalId);
    if (made == null) {
      if (underWay.contains(logicalId)) {
        throw new TemplateException("Resources." + logicalId, "queues redrive in a circle");
      }
      underWay.push(logicalId);
      made = make(logicalId);
      underWay.pop();
      queues.put(logicalId, made);
    }
    return made;
  }

  private Queue make(String logicalId) {
    Section properties = template.resource(logicalId).properties(this);
    properties.allowOnly(QUEUE_PROPERTIES);
    String name = properties.text("QueueName").orElse(logicalId);
    Duration visibility =
        Duration.ofSeconds(properties.integer("VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS));
    Optional<Section> redrive = properties.section("RedrivePolicy");
    Queue queue =
        redrive
            .map(policy -> withDeadLetters(name, visibility, policy))
            .orElseGet(() -> cloud.createQueue(name, visibility));
    int delay = properties.integer("DelaySeconds", 0);
    if (delay > 0) {
      cloud
          .sqs()
          .setQueueAttributes(
              request ->
                  request
                      .queueUrl(queue.url())
                      .attributes(
                          Map.of(QueueAttributeName.DELAY_SECONDS, Integer.toString(delay))));
    }
    return queue;
  }

  private Queue withDeadLetters(String name, Duration visibility, Section policy) {
    String arn = policy.requireText("deadLetterTargetArn");
    Queue deadLetters =
        queues.values().stream()
            .filter(queue -> queue.arn().equals(arn))
            .findFirst()
            .orElseThrow(
                () -> new TemplateException(policy.path(), arn + " is no queue of this template"));
    return cloud.createQueue(
        name, visibility, deadLetters, Integer.parseInt(policy.requireText("maxReceiveCount")));
  }

  private void secret(String logicalId) {
    Section properties = template.resource(logicalId).properties(this);
    secretNames.put(logicalId, SecretMaker.make(cloud, logicalId, properties));
  }

  @Override
  public Object ref(String logicalId) {
    Resource resource = template.resource(logicalId);
    return switch (resource.type()) {
      case "AWS::SQS::Queue" -> queue(logicalId).url();
      case "AWS::DynamoDB::Table" -> resource.properties(this).requireText("TableName");
      case "AWS::SecretsManager::Secret" -> secretName(logicalId);
      case String type ->
          throw new TemplateException("Ref " + logicalId, "nothing of type " + type + " is here");
    };
  }

  @Override
  public Object attribute(String logicalId, String attribute) {
    Resource resource = template.resource(logicalId);
    return switch (resource.type() + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> queue(logicalId).arn();
      case "AWS::SQS::Queue.QueueName" -> queue(logicalId).name();
      case "AWS::SQS::Queue.QueueUrl" -> queue(logicalId).url();
      case "AWS::DynamoDB::Table.Arn" ->
          "arn:aws:dynamodb:us-east-1:000000000000:table/" + ref(logicalId);
      case "AWS::DynamoDB::Table.StreamArn" -> cloud.streamArn(ref(logicalId).toString());
      default ->
          throw new TemplateException(
              "GetAtt " + logicalId + "." + attribute, "the local system does not know it");
    };
  }

  /** A secret's name, which serves as its id. */
  private String secretName(String logicalId) {
    String name = secretNames.get(logicalId);
    if (name == null) {
      throw new TemplateException("Ref " + logicalId, "no such secret was made");
    }
    return name;
  }
}
