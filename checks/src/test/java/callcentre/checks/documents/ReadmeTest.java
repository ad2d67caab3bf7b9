package callcentre.checks.documents;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's commands are there. */
class ReadmeTest {

  @ParameterizedTest
  @ValueSource(strings = {"run", "test", "deploy", "tail"})
  void aCommandOfTheReadmeCanBeRun(String command) {
    assertThat(Repository.text(Repository.file("README.md"))).contains("./" + command);
    assertThat(Repository.file(command)).exists().isExecutable();
  }

  @Test
  void theChecksOfAChangeBeginWithTheReadmesTestCommand() {
    assertThat(Files.isExecutable(Repository.file(".ci/run"))).isTrue();
    assertThat(Repository.text(Repository.file(".ci/run"))).contains("./test");
  }

  @Test
  void theExampleOfASettingsFileNamesWhatARealAccountNeeds() {
    assertThat(Repository.text(Repository.file(".env.example")))
        .contains("MIGHTYCALL_API_KEY=", "MIGHTYCALL_USER_KEY=", "MIGHTYCALL_HOST=");
    assertThat(Repository.text(Repository.file(".gitignore"))).containsPattern("(?m)^/?\\.env$");
  }
}
