package callcentre.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator of its own and a caller for each test. */
abstract class SimulatorTest {

  Simulator simulator;
  Caller caller;

  @BeforeEach
  void start() {
    simulator = Simulator.start();
    caller = new Caller(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
    caller.close();
  }
}
