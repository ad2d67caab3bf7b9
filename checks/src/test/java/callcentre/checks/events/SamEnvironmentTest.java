package callcentre.checks.events;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.template.Stack;
import callcentre.cloud.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sam local} is given agrees with the template. */
class SamEnvironmentTest {

  private static final String FILE = "events/sam-env.json";

  /** The services of a development machine, as a container reaches them. */
  private static final SortedMap<String, String> ENDPOINTS =
      new TreeMap<>(
          Map.of(
              "AWS_ENDPOINT_URL_DYNAMODB", "http://host.docker.internal:4020",
              "AWS_ENDPOINT_URL_SQS", "http://host.docker.internal:4021",
              "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://host.docker.internal:4022"));

  private static final Map<String, String> LOCAL =
      Map.of(
          "Stage", "local",
          "AppVersion", "local",
          "JwtHs256", "true",
          "JwtIssuer", "http://localhost/runner",
          "JwtAudience", "mightycall-dashboard",
          "BootstrapAdminSub", "demo-admin",
          "AllowedOrigins", "http://localhost:*,http://127.0.0.1:*",
          "AudioUrl", "http://localhost:4000",
          "SyncEnabled", "true");

  /** What a reference to a resource is on a development machine. */
  private static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry("${CredentialsSecret}", "local/mightycall/credentials"),
          Map.entry("${TokenSecret}", "local/mightycall/token"),
          Map.entry("${SigningSecret}", "local/signing"),
          Map.entry("${JwtHs256Secret}", "local/jwt-hs256"),
          Map.entry("${SyncQueue}", "http://host.docker.internal:4021/000000000000/local-sync"),
          Map.entry("${SyncDlq}", "http://host.docker.internal:4021/000000000000/local-sync-dlq"),
          Map.entry(
              "${WebhookQueue}", "http://host.docker.internal:4021/000000000000/local-webhooks"),
          Map.entry(
              "${WebhookDlq}", "http://host.docker.internal:4021/000000000000/local-webhooks-dlq"),
          Map.entry("${SmsQueue}", "http://host.docker.internal:4021/000000000000/local-sms"),
          Map.entry("${SmsDlq}", "http://host.docker.internal:4021/000000000000/local-sms-dlq"),
          Map.entry(
              "${CallProjectorFailures}",
              "http://host.docker.internal:4021/000000000000/local-call-projector-failures"));

  /** {@code -Dsam-env.write=true} writes the file; see events/README.md. */
  @Test
  void everyFunctionHasEveryVariableOfTheTemplateWithItsLocalValue() throws IOException {
    ObjectNode expected = Repository.JSON.createObjectNode();
    Stack.read(LOCAL)
        .functions()
        .forEach(
            function -> {
              ObjectNode variables = expected.putObject(function.logicalId());
              function
                  .properties()
                  .requireSection("Environment")
                  .textsByName("Variables")
                  .forEach(
                      (name, value) -> variables.put(name, RESOURCES.getOrDefault(value, value)));
              ENDPOINTS.forEach(variables::put);
            });
    if (Boolean.getBoolean("sam-env.write")) {
      Files.writeString(
          Repository.file(FILE),
          Repository.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n");
    }
    assertThat(Repository.json(FILE)).isEqualTo(expected);
  }

  @Test
  void theWrapperDeclaresTheEndpointsAndPointsThemAtTheRunningServices(@TempDir Path data)
      throws Exception {
    Files.writeString(
        data.resolve("local.json"),
        """
        {"endpoints": {"dynamodb": "http://127.0.0.1:1111", "sqs": "http://127.0.0.1:2222",
                       "secrets_manager": "http://127.0.0.1:3333"}}
        """);
    ProcessBuilder wrapper =
        new ProcessBuilder(Repository.file("events/sam-local").toString(), "invoke", "One")
            .redirectErrorStream(true);
    wrapper.environment().putAll(Map.of("LOCAL_DATA", data.toString(), "SAM", "echo"));
    Process process = wrapper.start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(printed)
        .startsWith("local invoke One -t .sam-local.yaml --env-vars .sam-local.json");

    Template made = Template.load(Repository.file(".sam-local.yaml"));
    made.resources("AWS::Serverless::Function")
        .forEach(
            function ->
                assertThat(((Map<?, ?>) function.rawProperties().get("Environment")).toString())
                    .contains(ENDPOINTS.keySet()));
    JsonNode environment = Repository.json(".sam-local.json").path("OperationsFunction");
    assertThat(environment.path("AWS_ENDPOINT_URL_DYNAMODB").asText()).endsWith(":1111");
    assertThat(environment.path("SYNC_QUEUE_URL").asText())
        .endsWith(":2222/000000000000/local-sync");
    assertThat(environment.toString()).doesNotContain("4020", "4021", "4022");
  }

  @AfterEach
  void removeWhatTheWrapperMade() throws IOException {
    Files.deleteIfExists(Repository.file(".sam-local.yaml"));
    Files.deleteIfExists(Repository.file(".sam-local.json"));
  }
}
