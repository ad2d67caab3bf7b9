package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.routing.Router;
import callcentre.simulator.settings.SimulatorSettings;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {

  @Test
  void theSameSeedGivesTheSameKeysAndTokens() {
    assertThat(fingerprint(7)).isEqualTo(fingerprint(7));
  }

  @Test
  void anotherSeedGivesOtherKeysAndTokens() {
    assertThat(fingerprint(7)).doesNotContainAnyElementsOf(fingerprint(8));
  }

  @Test
  void aResetRepeatsTheKeysAndTokens() {
    try (Simulator simulator = Simulator.start();
        Caller caller = new Caller(simulator)) {
      List<String> first = fingerprint(simulator, caller);
      simulator.reset();
      assertThat(fingerprint(simulator, caller)).isEqualTo(first);
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (Simulator simulator = Simulator.start()) {
      assertThatThrownBy(() -> Simulator.start(SimulatorSettings.defaults(), simulator.port()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(String.valueOf(simulator.port()));
    }
  }

  @Test
  void twoRoutesForOneMethodAndPathAreRefused() {
    Family family =
        () -> {
          Endpoint endpoint = new Endpoint.Open(call -> null);
          return List.of(Route.of("GET", "/a/b", endpoint), Route.of("GET", "/A/b", endpoint));
        };

    assertThatThrownBy(() -> new Router(List.of(family))).hasMessageContaining("GET /a/b");
  }

  private static List<String> fingerprint(long seed) {
    try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withSeed(seed), 0);
        Caller caller = new Caller(simulator)) {
      return fingerprint(simulator, caller);
    }
  }

  private static List<String> fingerprint(Simulator simulator, Caller caller) {
    return List.of(
        simulator.apiKey(),
        simulator.adminSecret(),
        simulator.account().data().groups().getFirst().id(),
        caller.accessToken());
  }
}
