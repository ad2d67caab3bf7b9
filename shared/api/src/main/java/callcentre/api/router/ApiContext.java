package callcentre.api.router;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import java.util.Map;

/**
 * How the container is built: from compiled bean definitions alone. Nothing is scanned, no
 * configuration file is looked for, the environment is not guessed, and environment variables reach
 * the code only through {@code callcentre.aws.Environment}.
 *
 * <p>Singletons are made when first needed, so that one whose configuration is missing fails a
 * request with 503 instead of the start; priming has made them all before a snapshot is taken.
 */
public final class ApiContext {

  private ApiContext() {}

  /** The builder; a test adds its own environment, clients and clock as singletons. */
  public static ApplicationContextBuilder builder() {
    return new LambdaApplicationContextBuilder()
        .banner(false)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .bootstrapEnvironment(false)
        .enableDefaultPropertySources(false)
        .environmentPropertySource(false)
        .eagerInitConfiguration(false)
        .eagerInitSingletons(false)
        .properties(Map.of("micronaut.server.multipart.enabled", false));
  }
}
