package callcentre.checks.system;

import callcentre.checks.Repository;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.seed.DemoSeed;
import callcentre.runner.seed.SeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes one {@link GuardedStage} with the first data of a development machine, and a
 * {@link MadeUpHistory} in place of the demo's months; it ends with the last of them. Those that
 * ask for it get the {@link PulledHistory} of that stage. Its logs stay in {@code
 * checks/target/guarded-stage/data/logs}.
 */
public final class GuardedStageExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == GuardedStage.class || type == PulledHistory.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    GuardedStage stage =
        store.computeIfAbsent(GuardedStage.class, type -> start(), GuardedStage.class);
    return parameter.getParameter().getType() == GuardedStage.class
        ? stage
        : store.computeIfAbsent(
            PulledHistory.class, type -> PulledHistory.of(stage), PulledHistory.class);
  }

  private static GuardedStage start() {
    GuardedStage stage = null;
    try {
      stage = new GuardedStage(emptyFolder());
      LocalFacts facts = stage.facts();
      PulledHistory.prepare(stage);
      String token = facts.tokens().get("platform_admin");
      new DemoSeed(facts.address(), token, line -> {}).plant();
      return stage;
    } catch (SeedException refused) {
      List<String> refusals = stage == null ? List.of() : stage.refusals();
      if (stage != null) {
        stage.close();
      }
      throw new AssertionError("the first data was refused; see also " + refusals, refused);
    } catch (IOException failure) {
      throw new UncheckedIOException("the guarded stage did not start", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Path emptyFolder() throws IOException {
    Path folder = Repository.file("checks/target/guarded-stage");
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
