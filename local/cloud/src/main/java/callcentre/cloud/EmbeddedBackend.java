package callcentre.cloud;

import callcentre.aws.Endpoints;
import callcentre.cloud.embedded.EmbeddedDynamo;
import callcentre.cloud.embedded.EmbeddedSecrets;
import callcentre.cloud.embedded.EmbeddedSqs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three services in this process, started at the same time because each takes seconds. */
record EmbeddedBackend(EmbeddedDynamo dynamo, EmbeddedSqs sqs, EmbeddedSecrets secrets)
    implements Backend {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackend.class);

  static EmbeddedBackend start(Optional<Path> folder) {
    var dynamo = starting(() -> dynamo(folder));
    var sqs = starting(EmbeddedSqs::start);
    var secrets = starting(() -> secrets(folder));
    try {
      return new EmbeddedBackend(dynamo.join(), sqs.join(), secrets.join());
    } catch (CompletionException failed) {
      closeWhenStarted(List.of(dynamo, sqs, secrets));
      throw new IllegalStateException("The embedded cloud did not start", failed.getCause());
    }
  }

  @Override
  public Endpoints endpoints() {
    return new Endpoints(dynamo.endpoint(), sqs.endpoint(), secrets.endpoint());
  }

  @Override
  public void close() {
    try {
      secrets.close();
    } finally {
      try {
        sqs.close();
      } finally {
        dynamo.close();
      }
    }
  }

  private static EmbeddedDynamo dynamo(Optional<Path> folder) {
    return folder
        .map(path -> EmbeddedDynamo.in(path.resolve("dynamodb")))
        .orElseGet(EmbeddedDynamo::inMemory);
  }

  private static EmbeddedSecrets secrets(Optional<Path> folder) {
    return folder
        .map(path -> EmbeddedSecrets.in(path.resolve("secrets.json")))
        .orElseGet(EmbeddedSecrets::inMemory);
  }

  /** Waits, too: nothing may be left behind that starts after the error was told. */
  private static void closeWhenStarted(List<CompletableFuture<? extends AutoCloseable>> parts) {
    for (CompletableFuture<? extends AutoCloseable> part : parts) {
      try (AutoCloseable started = part.exceptionally(failed -> null).join()) {
        LOG.atDebug().log("closing {}", started);
      } catch (Exception failed) {
        LOG.atWarn().setCause(failed).log("a part of the embedded cloud did not stop");
      }
    }
  }

  private static <T> CompletableFuture<T> starting(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, task -> Thread.ofPlatform().start(task));
  }
}
