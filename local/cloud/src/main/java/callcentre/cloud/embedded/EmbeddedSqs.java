package callcentre.cloud.embedded;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * ElasticMQ over HTTP: SQS with visibility, delays, redrive policies and move tasks. Messages live
 * in memory and are gone when it is closed.
 */
public final class EmbeddedSqs implements AutoCloseable {

  private final SQSRestServer server;
  private final int port;

  private EmbeddedSqs(SQSRestServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts one on a free port. */
  public static EmbeddedSqs start() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion("us-east-1")
            .withAWSAccountId("000000000000")
            .start();
    return new EmbeddedSqs(server, server.waitUntilStarted().localAddress().getPort());
  }

  /** Its base address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
