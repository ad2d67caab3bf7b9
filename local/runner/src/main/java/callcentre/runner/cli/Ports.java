package callcentre.runner.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds out early whether a port can be had. */
public final class Ports {

  private static final int ATTEMPTS = 50;

  private Ports() {}

  /**
   * @throws UsageException naming the port and what to do
   */
  public static void requireFree(int port) {
    if (!isFree(port)) {
      throw new UsageException(
          "Port "
              + port
              + " is in use by another program. Stop that one (perhaps an earlier ./run), or start"
              + " with another port: ./run --port "
              + (port + 1));
    }
  }

  /**
   * The first free port from {@code first} upwards.
   *
   * @throws UsageException if there is none within reach
   */
  public static int nextFree(int first) {
    for (int port = first; port < first + ATTEMPTS; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new UsageException(
        "No port from " + first + " to " + (first + ATTEMPTS - 1) + " is free for the simulator");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
