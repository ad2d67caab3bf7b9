package callcentre.api.router;

import callcentre.api.json.Json;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What controllers ask for by type. Making any of these reads no secret and no table. Each is
 * secondary: one that was given to the builder wins.
 */
@Factory
final class ApiBeans {

  @Singleton
  @Secondary
  Environment environment() {
    return Environment.ofProcess();
  }

  @Singleton
  @Secondary
  AwsClients clients() {
    return AwsClients.ofProcess();
  }

  @Singleton
  @Secondary
  InstantSource clock() {
    return InstantSource.system();
  }

  /**
   * Safe across snapshots: AWS's Java runtimes take it from the system ("SnapStart uniqueness").
   */
  @Singleton
  @Secondary
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Singleton
  @Secondary
  Secrets secrets(AwsClients clients, InstantSource clock) {
    return new Secrets(clients::secretsManager, clock);
  }

  @Singleton
  @Named("json")
  @Replaces(value = ObjectMapper.class, factory = ObjectMapperFactory.class)
  ObjectMapper json() {
    return Json.mapper();
  }
}
