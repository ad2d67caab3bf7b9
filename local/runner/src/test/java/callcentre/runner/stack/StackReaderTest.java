package callcentre.runner.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.events.AwsSchedule;
import callcentre.runner.gateway.Authorizer;
import callcentre.runner.gateway.ResponseType;
import callcentre.runner.gateway.Route;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.streams.StreamMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class StackReaderTest {

  private static final Path REPOSITORY = Path.of("/repository");

  private final Cloud cloud = Cloud.shared();
  private final String stage = cloud.newStage();

  @Test
  void theSampleTemplateBecomesFunctionsRoutesMappingsAndSchedules() {
    Stack stack = read(SampleTemplate.TEXT);

    FunctionSpec worker = function(stack, "job-worker");
    assertThat(worker.packageFolder())
        .isEqualTo(REPOSITORY.resolve("functions/job-worker/target/package"));
    assertThat(worker.memoryMegabytes()).isEqualTo(512);
    assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(worker.reservedConcurrency()).isEqualTo(OptionalInt.of(3));
    assertThat(worker.environment())
        .containsEntry("STAGE", stage)
        .containsEntry("KEY_ID", stage + "/key")
        .containsEntry("EMPTY", "");
    assertThat(worker.environment().get("QUEUE_URL")).endsWith("/" + stage + "-jobs");

    assertThat(stack.apis()).hasSize(1);
    assertThat(stack.apis().getFirst().routes())
        .extracting(
            route -> route.method() + " " + route.path() + " " + route.authorizer().orElse("-"))
        .containsExactly("ANY /things/{id} Token", "OPTIONS /things/{id} -");
    assertThat(stack.apis().getFirst().routes()).extracting(Route::function).containsOnly("things");
    Authorizer authorizer = stack.apis().getFirst().authorizers().get("Token");
    assertThat(authorizer)
        .isEqualTo(
            new Authorizer(
                "Token",
                "guard",
                Authorizer.Kind.REQUEST,
                List.of("Authorization"),
                Duration.ofSeconds(60)));
    assertThat(stack.apis().getFirst().responses().get(ResponseType.UNAUTHORIZED).templates())
        .containsEntry("application/json", "{}");

    assertThat(stack.queueMappings()).hasSize(1);
    assertThat(stack.queueMappings().getFirst().queueArn()).endsWith(":" + stage + "-jobs");
    assertThat(stack.queueMappings().getFirst().partialFailures()).isTrue();
    assertThat(stack.queueMappings().getFirst().concurrency()).isEqualTo(4);

    assertThat(stack.streamMappings()).hasSize(1);
    StreamMapping stream = stack.streamMappings().getFirst();
    assertThat(stream.streamArn()).contains(":table/" + stage + "-things/stream/");
    assertThat(stream.function()).isEqualTo("job-worker");
    assertThat(stream.batchSize()).isEqualTo(50);
    assertThat(stream.fromBeginning()).isTrue();
    assertThat(stream.failures().partial()).isTrue();
    assertThat(stream.failures().bisect()).isTrue();
    assertThat(stream.failures().retries()).contains(5);
    assertThat(stream.failures().queueArn().orElseThrow()).endsWith(":" + stage + "-dlq");

    assertThat(stack.schedules()).hasSize(1);
    assertThat(stack.schedules().getFirst().enabled()).isFalse();
    assertThat(stack.schedules().getFirst().expression())
        .isEqualTo(new AwsSchedule.Rate(Duration.ofMinutes(5)));
    assertThat(stack.variable("KEY_ID")).contains(stage + "/key");
    assertThat(stack.variable("EMPTY")).isEmpty();
  }

  @Test
  void whatHasNoEffectHereIsListed() {
    assertThat(read(SampleTemplate.TEXT).notHonoured())
        .contains("1 × AWS::Logs::LogGroup: each function logs to a file")
        .anySatisfy(line -> assertThat(line).startsWith("Functions: ").contains("Tracing"));
  }

  @Test
  void storesAreMadeOnceWithTheirRedriveAndGeneratedSecret() {
    Provisioner stores = new Provisioner(template(SampleTemplate.TEXT), cloud);
    stores.provision();
    String url = stores.ref("Jobs").toString();
    String policy =
        cloud
            .sqs()
            .getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
            .attributes()
            .get(QueueAttributeName.REDRIVE_POLICY);
    String secret = secret(stage + "/key");

    new Provisioner(template(SampleTemplate.TEXT), cloud).provision();

    assertThat(policy).contains(stage + "-dlq").contains("3");
    assertThat(secret).matches("\\{\"master\":\"[A-Za-z0-9]{64}\"}");
    assertThat(secret(stage + "/key")).isEqualTo(secret);
    assertThat(cloud.dynamoDb().listTables().tableNames()).contains(stage + "-things");
  }

  @Test
  void aLocalSecretIsStoredOnlyWhenItChanges() {
    new Provisioner(template(SampleTemplate.TEXT), cloud).provision();
    LocalSecrets secrets = new LocalSecrets(cloud);
    String name = stage + "/empty";

    secrets.store(name, "{\"a\":1}");
    String version = version(name);
    secrets.store(name, "{\"a\":1}");
    assertThat(version(name)).isEqualTo(version);

    secrets.store(name, "{\"a\":2}");
    assertThat(version(name)).isNotEqualTo(version);
  }

  @Test
  void theSigningKeyIsMadeOnceAndLongEnough() {
    new Provisioner(template(SampleTemplate.TEXT), cloud).provision();
    LocalSecrets secrets = new LocalSecrets(cloud);

    String key = secrets.signingKey(stage + "/empty");

    assertThat(key).hasSizeGreaterThanOrEqualTo(32);
    assertThat(secrets.signingKey(stage + "/empty")).isEqualTo(key);
  }

  @Test
  void whatCannotBeHonouredIsRefusedByItsName() {
    refused("type: AWS::SNS::Topic", "Resources.Topic", "AWS::SNS::Topic");
    refused("event: SNS", "ThingsFunction.Properties.Events.One", "event source of type SNS");
    refused("function: VpcConfig", "GuardFunction.Properties", "[VpcConfig]");
    refused("runtime", "Runtime", "runs java25, not java21");
    refused("api: Cors", "Api.Properties", "[Cors]");
    refused("queue: Fifo", "Jobs.Properties", "[FifoQueue]");
    refused("response", "GatewayResponses.NO_SUCH", "no response type NO_SUCH");
    refused("schedule", "Events.Due.Properties", "singular");
    refused("stream: ParallelizationFactor", "Events.Changes", "[ParallelizationFactor]");
    refused("stream: position", "Events.Changes", "AT_TIMESTAMP");
    refused("stream: filter", "Events.Changes", "exact texts only");
    refused("stream: destination", "Events.Changes", "SNS");
  }

  @Test
  void aTableThatGotItsStreamLaterIsGivenOne() {
    new Provisioner(template(SampleTemplate.with("stream: none")), cloud).provision();

    Stack stack = read(SampleTemplate.TEXT);

    assertThat(stack.streamMappings().getFirst().streamArn()).contains(stage + "-things/stream/");
  }

  private void refused(String change, String place, String reason) {
    assertThatThrownBy(() -> read(SampleTemplate.with(change)))
        .as(change)
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(reason);
  }

  private Stack read(String text) {
    Template template = template(text);
    Provisioner stores = new Provisioner(template, cloud);
    stores.provision();
    return new StackReader(template, stores, REPOSITORY).read();
  }

  private Template template(String text) {
    return Template.parse(text).with(Map.of("Stage", stage));
  }

  private String secret(String name) {
    return cloud.secretsManager().getSecretValue(request -> request.secretId(name)).secretString();
  }

  private String version(String name) {
    return cloud.secretsManager().getSecretValue(request -> request.secretId(name)).versionId();
  }

  private static FunctionSpec function(Stack stack, String name) {
    return stack.functions().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
