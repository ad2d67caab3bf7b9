package callcentre.functions.syncworker;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A workbench of its own for each test. */
@ExtendWith(CloudExtension.class)
abstract class WorkbenchTest {

  final Workbench bench;

  WorkbenchTest(Cloud cloud) {
    this.bench = new Workbench(cloud);
  }

  @AfterEach
  void close() {
    bench.close();
  }
}
