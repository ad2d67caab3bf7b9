package callcentre.functions.phonenumbers;

import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.simulator.Simulator;
import callcentre.simulator.account.PhoneNumber;

/** A stage whose provider is the simulator, and which may delete numbers. */
final class ProviderStage implements AutoCloseable {

  static final String DELETE = "/v4/api/phonenumbers";

  final Simulator simulator;
  final NumbersStage stage;

  private ProviderStage(Simulator simulator, NumbersStage stage) {
    this.simulator = simulator;
    this.stage = stage;
  }

  static ProviderStage in(Cloud cloud) {
    Simulator simulator = Simulator.start();
    return new ProviderStage(
        simulator,
        NumbersStage.of(
            with(simulator, ApiHarness.in(cloud), simulator.adminSecret())
                .with(Variable.NUMBER_DELETION_ALLOWED, "true")));
  }

  static ApiHarness.Builder with(Simulator simulator, ApiHarness.Builder builder, String userKey) {
    return builder.signing().account(simulator.apiKey(), userKey, simulator.baseUrl());
  }

  /** A deletion by an administrator, confirmed. */
  Request delete(String number) {
    return stage
        .api
        .delete(NumbersStage.PATH + "/" + number + "?confirm=" + number)
        .as(Callers.admin());
  }

  /** How often the provider was asked to delete. */
  long deletions() {
    return simulator.requests().count("DELETE", DELETE);
  }

  boolean providerHas(String writing) {
    return simulator.account().data().numbers().stream()
        .map(PhoneNumber::number)
        .anyMatch(writing::equals);
  }

  @Override
  public void close() {
    stage.close();
    simulator.close();
  }
}
