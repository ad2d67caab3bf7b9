package callcentre.cloud;

import org.jspecify.annotations.Nullable;

/** The cloud that all test classes of a JVM share. */
final class SharedCloud {

  private static @Nullable Cloud cloud;
  private static @Nullable String unavailable;

  private SharedCloud() {}

  static synchronized Cloud get() {
    if (unavailable != null) {
      throw new CloudUnavailableException(unavailable);
    }
    Cloud started = cloud;
    if (started == null) {
      started = start();
      cloud = started;
    }
    return started;
  }

  private static Cloud start() {
    try {
      Cloud started = Cloud.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "cloud-stop"));
      return started;
    } catch (CloudUnavailableException reason) {
      unavailable = reason.getMessage();
      throw reason;
    }
  }
}
