package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is deployed: the built package folders. */
class PackagesTest {

  /** Weight that no function needs, and what must never be deployed. */
  private static final List<String> UNWANTED =
      List.of(
          "netty-",
          "micronaut-http-netty",
          "micronaut-http-server-netty",
          "micronaut-http-client-4",
          "micronaut-http-client-jdk",
          "apache-client",
          "apache5-client",
          "httpclient",
          "httpcore",
          "aws-crt",
          "DynamoDBLocal",
          "elasticmq",
          "junit",
          "assertj",
          "jqwik",
          "archunit",
          "mockito",
          "testcontainers",
          "cloud-",
          "simulator-",
          "runner-",
          "checks-",
          "snakeyaml",
          "bcprov",
          "aws-lambda-java-runtime-interface-client");

  private static final long LARGEST_PACKAGE_BYTES = 50L * 1024 * 1024;

  private static final Stack STACK = Stack.read();

  static Stream<StackFunction> functions() {
    return STACK.functions().stream();
  }

  @Test
  void everyFunctionModuleIsDeployedOnceAndNothingElse() throws IOException {
    List<String> modules = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Repository.file("functions"))) {
      folders
          .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .forEach(folder -> modules.add(folder.getFileName().toString()));
    }
    assertThat(functions().map(StackFunction::module)).containsExactlyInAnyOrderElementsOf(modules);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theHandlerIsInThePackage(StackFunction function) throws IOException {
    String entry = function.handlerClass().replace('.', '/') + ".class";
    List<String> holders = new ArrayList<>();
    for (Path jar : function.jars()) {
      try (JarFile file = new JarFile(jar.toFile())) {
        if (file.getEntry(entry) != null) {
          holders.add(jar.getFileName().toString());
        }
      }
    }
    assertThat(holders).as(function.handlerClass() + " in " + function.module()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aPackageHoldsJarsOnlyAndNoUnusedWeight(StackFunction function) {
    assertThat(function.jars())
        .extracting(jar -> jar.getFileName().toString())
        .allMatch(name -> name.endsWith(".jar"))
        .noneMatch(name -> UNWANTED.stream().anyMatch(name::startsWith));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aPackageStaysSmall(StackFunction function) throws IOException {
    long bytes = 0;
    for (Path jar : function.jars()) {
      bytes += Files.size(jar);
    }
    assertThat(bytes).as(function.module()).isBetween(1L, LARGEST_PACKAGE_BYTES);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aPackageHoldsEveryLibraryOnce(StackFunction function) {
    List<String> names =
        function.jars().stream()
            .map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*$", ""))
            .toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void whatSamBuildWouldDoIsLeftToMaven(StackFunction function) {
    assertThat(STACK.template().resource(function.logicalId()).attributes().get("Metadata"))
        .isEqualTo(java.util.Map.of("SkipBuild", true));
    assertThat(function.properties().requireText("AutoPublishAlias")).isEqualTo("live");
    assertThat(function.properties().requireText("Runtime")).isEqualTo("java25");
  }
}
