package callcentre.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the files themselves. */
class SourceRulesTest {

  private static final int LONGEST_FILE_LINES = 300;

  /** Addresses of package registries; where things come from is each machine's own matter. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(repo1?|registry|artifactory|nexus|mirrors?|files|packages)\\.[a-z0-9-]+(\\.[a-z0-9-]+)*"
              + "\\.(org|com|net|io)\\b|\\bpypi\\.(org|io)\\b|\\bdocker\\.io\\b|\\bghcr\\.io\\b");

  /** Folders of one person's or one machine's own. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![A-Za-z0-9_.$}\\])-])/(home|Users|root|work|opt/jdk)/[A-Za-z]|C:\\\\Users");

  private static final Pattern AWS_KEY = Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b");

  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|not (yet )?implemented");

  private static final Pattern FORBIDDEN_IN_TESTS =
      Pattern.compile("Thread\\.sleep\\(|org\\.mockito|@Disabled\\b(?!On)|MILLISECONDS\\.sleep");

  @Test
  void noCodeFileIsLongerThanAPersonReads() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Repository.committedFiles(".java", ".py", ".sh", ".js")) {
      long lines = Repository.text(file).lines().count();
      if (lines > LONGEST_FILE_LINES) {
        tooLong.add(Repository.name(file) + ": " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<Path> packages = new TreeSet<>();
    Repository.committedFiles(".java").stream()
        .filter(file -> Repository.name(file).contains("src/main/java"))
        .forEach(file -> packages.add(file.getParent()));
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java"))
                    .exists()
                    .content()
                    .contains("NullMarked"));
  }

  @Test
  void noFileNamesARegistryAMachineOrAKey() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.committedFiles()) {
      readable(file)
          .ifPresent(
              text -> {
                for (Pattern pattern : List.of(REGISTRY, MACHINE_PATH, AWS_KEY)) {
                  Matcher matcher = pattern.matcher(text);
                  while (matcher.find()) {
                    found.add(Repository.name(file) + ": " + matcher.group());
                  }
                }
              });
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.committedFiles(".java", ".yaml", ".py", ".xml")) {
      if (!file.endsWith("SourceRulesTest.java")) {
        Matcher matcher = UNFINISHED.matcher(Repository.text(file));
        while (matcher.find()) {
          found.add(Repository.name(file) + ": " + matcher.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noTestSleepsIsSwitchedOffOrUsesAMockingLibrary() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.committedFiles(".java")) {
      if (Repository.name(file).contains("src/test/java")
          && !file.endsWith("SourceRulesTest.java")) {
        Matcher matcher = FORBIDDEN_IN_TESTS.matcher(Repository.text(file));
        while (matcher.find()) {
          found.add(Repository.name(file) + ": " + matcher.group());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void scriptsAreRunBySafeShells() {
    Stream<Path> scripts =
        Repository.committedFiles().stream()
            .filter(file -> readable(file).filter(text -> text.startsWith("#!/")).isPresent())
            .filter(file -> !file.toString().endsWith(".py"));
    assertThat(scripts)
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(file).isExecutable();
              assertThat(Repository.text(file))
                  .startsWith("#!/usr/bin/env bash")
                  .contains("set -euo pipefail");
            });
  }

  private static Optional<String> readable(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException binary) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
