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
 * Gives test classes one {@link GuardedStage} with the first data of a development machine; it ends
 * with the last of them. Its logs stay in {@code checks/target/guarded-stage/data/logs}.
 */
public final class GuardedStageExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GuardedStage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(GuardedStage.class, type -> start(), GuardedStage.class);
  }

  private static GuardedStage start() {
    GuardedStage stage = null;
    try {
      stage = new GuardedStage(emptyFolder());
      LocalFacts facts = stage.facts();
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
