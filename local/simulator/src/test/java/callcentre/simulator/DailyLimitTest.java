package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.settings.BudgetPeriod;
import callcentre.simulator.settings.BudgetRules;
import callcentre.simulator.settings.SpentAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DailyLimitTest extends SimulatorTest {

  private String token;

  @BeforeEach
  void signIn() {
    simulator.clock().freeze();
    simulator.clock().setNow(Instant.parse("2026-09-14T20:00:00Z"));
    token = caller.accessToken();
  }

  @Test
  void theUsualLimitIs2500InRolling24HoursTokensIncluded() {
    assertThat(simulator.settings().budget())
        .isEqualTo(
            new BudgetRules(2_500, BudgetPeriod.ROLLING, true, SpentAnswer.TOO_MANY_REQUESTS));
    assertThat(simulator.budgetUsed()).isEqualTo(1);
  }

  @Test
  void requestsAboveTheLimitAreRefusedWithTheConfiguredStatusAndTheWordsSeenLive() {
    budget(rules -> rules.withDailyLimit(2));
    assertThat(team().status()).isEqualTo(200);

    for (SpentAnswer answer : SpentAnswer.values()) {
      budget(rules -> rules.withSpentAnswer(answer));
      Caller.Reply refused = team();
      assertThat(refused.status()).isEqualTo(answer.status());
      assertThat(refused.json().path("message").asText()).isEqualTo("Limit Exceeded");
    }
    assertThat(simulator.budgetUsed()).isEqualTo(2);
  }

  @Test
  void aSpentLimitRefusesTokensToo() {
    budget(rules -> rules.withDailyLimit(1));

    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(429);
  }

  @Test
  void tokensAreFreeWhereTheSwitchSaysSo() {
    budget(rules -> rules.withCountTokenCalls(false));
    int before = simulator.budgetUsed();

    caller.accessToken();

    assertThat(simulator.budgetUsed()).isEqualTo(before);
  }

  @Test
  void inARollingPeriodARequestIsForgottenAfter24Hours() {
    budget(rules -> rules.withDailyLimit(1));
    assertThat(team().status()).isEqualTo(429);

    simulator.clock().advance(Duration.ofHours(24).minusMillis(1));
    assertThat(team().status()).isEqualTo(429);
    simulator.clock().advance(Duration.ofMillis(1));
    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(200);
  }

  @Test
  void inACalendarPeriodAllIsForgottenAtMidnightUtc() {
    budget(rules -> rules.withDailyLimit(1).withPeriod(BudgetPeriod.CALENDAR));

    simulator.clock().setNow(Instant.parse("2026-09-14T23:59:59.999Z"));
    assertThat(team().status()).isEqualTo(429);
    simulator.clock().setNow(Instant.parse("2026-09-15T00:00:00Z"));
    assertThat(team().status()).isEqualTo(200);
  }

  @Test
  void faultyAndDeniedRequestsCountButUnknownRoutesDoNot() {
    int before = simulator.budgetUsed();

    caller.get("/v4/api/team", "unknown");
    caller.get("/v4/api/extensions", token);
    caller.get("/v4/team", token);

    assertThat(simulator.budgetUsed()).isEqualTo(before + 1);
  }

  @Test
  void anotherApiKeyHasALimitOfItsOwn() {
    budget(rules -> rules.withDailyLimit(1));

    simulator.account().changeApiKey("a-new-key");

    assertThat(caller.signIn("a-new-key", simulator.adminSecret()).status()).isEqualTo(200);
    assertThat(simulator.budgetUsed()).isEqualTo(1);
  }

  private Caller.Reply team() {
    return caller.get("/v4/api/team", token);
  }

  private void budget(UnaryOperator<BudgetRules> change) {
    simulator.change(settings -> settings.withBudget(change.apply(settings.budget())));
  }
}
