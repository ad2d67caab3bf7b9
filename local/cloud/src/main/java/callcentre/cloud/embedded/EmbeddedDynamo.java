package callcentre.cloud.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.logging.log4j.core.config.Configurator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Amazon's DynamoDB Local over HTTP. Its parts are put together here and not by its own runner,
 * which listens on every interface, cannot take any free port, prints to standard output and
 * reports its use to Amazon.
 *
 * <p>What it does not do: expire items, conflict transactions, throttle, lag its indexes.
 */
public final class EmbeddedDynamo implements AutoCloseable {

  /** Strongly held, for java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private final Server server;
  private final LocalDynamoDBRequestHandler requests;

  private EmbeddedDynamo(Server server, LocalDynamoDBRequestHandler requests) {
    this.server = server;
    this.requests = requests;
  }

  /** Starts one that forgets everything when it is closed. */
  public static EmbeddedDynamo inMemory() {
    return start(Optional.empty());
  }

  /**
   * Starts one that keeps its tables in a folder.
   *
   * @param folder made when it is not there; used by one process at a time
   */
  public static EmbeddedDynamo in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException refused) {
      throw new UncheckedIOException("Cannot make the data folder " + folder, refused);
    }
    return start(Optional.of(folder));
  }

  private static EmbeddedDynamo start(Optional<Path> folder) {
    SQLITE.setLevel(Level.OFF);
    Configurator.setRootLevel(org.apache.logging.log4j.Level.ERROR);
    @Nullable String path = folder.map(Path::toString).orElse(null);
    // One database whatever the region and the access key of the caller are.
    boolean shared = true;
    LocalDynamoDBRequestHandler requests =
        new LocalDynamoDBRequestHandler(0, folder.isEmpty(), path, shared, false);
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ContextHandler context = new ContextHandler();
    context.setHandler(new LocalDynamoDBServerHandler(requests, null));
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception refused) {
      requests.shutdown();
      throw new IllegalStateException("DynamoDB Local did not start", refused);
    }
    return new EmbeddedDynamo(server, requests);
  }

  /** Its base address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getURI().getPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("DynamoDB Local did not stop", failed);
    } finally {
      requests.shutdown();
    }
  }
}
