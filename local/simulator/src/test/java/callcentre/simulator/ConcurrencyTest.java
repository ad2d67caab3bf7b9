package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends SimulatorTest {

  private static final int REQUESTS = 100;

  @Test
  void aHundredRequestsAtOnceAreAllServedAndCounted() {
    String token = caller.accessToken();

    List<Integer> statuses = together(() -> caller.get("/v4/api/phonenumbers", token).status());

    assertThat(statuses).hasSize(REQUESTS).containsOnly(200);
    assertThat(simulator.requests().count("GET", "/v4/api/phonenumbers")).isEqualTo(REQUESTS);
    assertThat(simulator.budgetUsed()).isEqualTo(REQUESTS + 1);
    assertThat(simulator.requests().records()).hasSize(REQUESTS + 1);
  }

  @Test
  void ofAHundredRequestsAtOnceNoMoreThanTheLimitAreServed() {
    String token = caller.accessToken();
    simulator.change(s -> s.withBudget(s.budget().withDailyLimit(41)));

    List<Integer> statuses = together(() -> caller.get("/v4/api/team", token).status());

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(40);
    assertThat(Collections.frequency(statuses, 429)).isEqualTo(60);
  }

  @Test
  void ofAHundredRefreshesOfOneTokenOneWins() {
    String refreshToken =
        caller
            .signIn(simulator.apiKey(), simulator.adminSecret())
            .json()
            .path("refresh_token")
            .asText();

    List<Integer> statuses = together(() -> caller.refresh(refreshToken).status());

    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(REQUESTS - 1);
  }

  @Test
  void tokensIssuedAtOnceAreAllDifferent() {
    assertThat(together(caller::accessToken)).doesNotHaveDuplicates().hasSize(REQUESTS);
    assertThat(simulator.tokens().issuedCount()).isEqualTo(REQUESTS);
  }

  private static <T> List<T> together(Callable<T> request) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        answers.add(threads.submit(request));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> answer : answers) {
        results.add(answer.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
