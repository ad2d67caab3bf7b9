package callcentre.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final String API = "arn:aws:execute-api:us-east-1:000000000000:local/local/";

  @Test
  void anAllowWithWildcardsCoversTheWholeApi() throws IOException {
    Policy policy = read(statement("Allow", API + "*")).orElseThrow();

    assertThat(policy.allows(API + "GET/api/admin/orgs")).isTrue();
    assertThat(policy.allows("arn:aws:execute-api:us-east-1:000000000000:other/local/GET/"))
        .isFalse();
  }

  @Test
  void aDenyWinsOverEveryAllow() throws IOException {
    Policy policy =
        read(statement("Allow", API + "*") + "," + statement("Deny", API + "DELETE/*"))
            .orElseThrow();

    assertThat(policy.allows(API + "GET/a")).isTrue();
    assertThat(policy.allows(API + "DELETE/a")).isFalse();
    assertThat(policy.denies(API + "DELETE/a")).isTrue();
  }

  @Test
  void whatNoStatementNamesIsNotAllowed() throws IOException {
    assertThat(read(statement("Allow", API + "GET/a")).orElseThrow().allows(API + "GET/b"))
        .isFalse();
  }

  @Test
  void aDocumentWithoutUsableStatementsIsNoPolicy() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("{\"Effect\":\"Perhaps\",\"Action\":\"*\",\"Resource\":\"*\"}")).isEmpty();
    assertThat(read("{\"Effect\":\"Allow\",\"Action\":\"*\"}")).isEmpty();
  }

  private static String statement(String effect, String resource) {
    return "{\"Effect\":\"%s\",\"Action\":\"execute-api:Invoke\",\"Resource\":[\"%s\"]}"
        .formatted(effect, resource);
  }

  private static Optional<Policy> read(String statements) throws IOException {
    return Policy.read(new ObjectMapper().readTree("{\"Statement\":[" + statements + "]}"));
  }
}
