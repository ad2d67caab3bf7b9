package callcentre.simulator.settings;

/**
 * The daily limit of requests per API key (MightyCall reference 2.6).
 *
 * @param dailyLimit requests in 24 hours, 0 or more
 * @param period how the 24 hours are counted
 * @param countTokenCalls whether requests to {@code /v4/auth/token} count (reference 1.6, D)
 * @param spentAnswer what a request above the limit is answered
 */
public record BudgetRules(
    int dailyLimit, BudgetPeriod period, boolean countTokenCalls, SpentAnswer spentAnswer) {

  public BudgetRules {
    if (dailyLimit < 0) {
      throw new IllegalArgumentException("dailyLimit is " + dailyLimit + "; give 0 or more");
    }
  }

  /** 2,500 requests in any 24 hours, tokens included, then 429. */
  public static BudgetRules defaults() {
    return new BudgetRules(2_500, BudgetPeriod.ROLLING, true, SpentAnswer.TOO_MANY_REQUESTS);
  }

  public BudgetRules withDailyLimit(int limit) {
    return new BudgetRules(limit, period, countTokenCalls, spentAnswer);
  }

  public BudgetRules withPeriod(BudgetPeriod counted) {
    return new BudgetRules(dailyLimit, counted, countTokenCalls, spentAnswer);
  }

  public BudgetRules withCountTokenCalls(boolean count) {
    return new BudgetRules(dailyLimit, period, count, spentAnswer);
  }

  public BudgetRules withSpentAnswer(SpentAnswer answer) {
    return new BudgetRules(dailyLimit, period, countTokenCalls, answer);
  }
}
