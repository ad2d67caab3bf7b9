package callcentre.checks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listens on at the moment of asking. */
final class FreePorts {

  private static final int ATTEMPTS = 100;

  private FreePorts() {}

  static int one() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException("no port is free", none);
    }
  }

  /** The first of two: each REST API of the template takes one. */
  static int twoInARow() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = one();
      try (ServerSocket next = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
        return next.getLocalPort() - 1;
      } catch (IOException taken) {
        // The next pair may be free.
      }
    }
    throw new IllegalStateException("no two ports in a row were free in " + ATTEMPTS + " attempts");
  }
}
