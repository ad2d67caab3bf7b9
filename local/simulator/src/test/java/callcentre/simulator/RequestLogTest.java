package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.http.Request;
import callcentre.simulator.traffic.RequestLog;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private final RequestLog log = new RequestLog(() -> Instant.EPOCH);

  @Test
  void theLast1000RequestsAreKeptAndAllAreCounted() {
    for (int i = 0; i < 1_200; i++) {
      log.arrived(request("/" + i, ""), "/{n}").answered(200);
    }

    assertThat(log.records()).hasSize(1_000);
    assertThat(log.records().getFirst().path()).isEqualTo("/200");
    assertThat(log.count("GET", "/{n}")).isEqualTo(1_200);
    assertThat(log.total()).isEqualTo(1_200);
  }

  @Test
  void aRequestIsSeenBeforeItIsAnswered() {
    RequestLog.Entry entry = log.arrived(request("/a", ""), "/a");
    assertThat(log.records().getFirst().status()).isNull();

    entry.answered(204);
    assertThat(log.records().getFirst().status()).isEqualTo(204);
  }

  @Test
  void valuesOfSecretsAreMaskedInQueries() {
    log.arrived(request("/a", "x-api-key=k1&client_secret=s%201&Client_ID=c&page=3&token="), "/a");

    assertThat(log.records().getFirst().query())
        .isEqualTo("x-api-key=***&client_secret=***&Client_ID=***&page=3&token=***");
  }

  private static Request request(String path, String query) {
    return new Request("GET", "http://localhost" + path, path, query, Map.of(), "");
  }
}
