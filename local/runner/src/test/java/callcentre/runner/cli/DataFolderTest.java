package callcentre.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path parent;

  @Test
  void whatIsInItStaysUntilItIsReset() throws IOException {
    Path kept = parent.resolve("data/dynamodb/tables");
    try (DataFolder folder = DataFolder.open(options())) {
      Files.createDirectories(kept);
    }
    try (DataFolder folder = DataFolder.open(options())) {
      assertThat(kept).exists();
    }
    try (DataFolder folder = DataFolder.open(options("--reset"))) {
      assertThat(kept).doesNotExist();
      assertThat(folder.root()).isEqualTo(parent.resolve("data"));
    }
  }

  @Test
  void twoProgramsNeverUseOneFolder() throws IOException {
    try (DataFolder first = DataFolder.open(options())) {
      assertThatThrownBy(() -> DataFolder.open(options()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Another ./run uses the data folder");
      assertThat(first.root()).exists();
    }
  }

  @Test
  void rowsOfARealAccountNeverMeetSimulatedOnes() throws IOException {
    DataFolder.open(options()).close();

    assertThatThrownBy(() -> DataFolder.open(options("--provider", "real")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("keeps data of the provider \"demo\"");
    DataFolder.open(options("--provider", "real", "--reset")).close();
    assertThat(parent.resolve("data/provider")).hasContent("real");
  }

  @Test
  void aFolderWithOtherFilesIsNeverEmptied() throws IOException {
    Path letter = Files.createDirectories(parent.resolve("data")).resolve("letter.txt");
    Files.writeString(letter, "dear");

    assertThatThrownBy(() -> DataFolder.open(options("--reset")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing was touched");
    assertThat(letter).hasContent("dear");
  }

  @Test
  void aBusyPortIsNamedWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("Port " + port + " is in use")
          .hasMessageContaining("./run --port " + (port + 1));
      assertThat(Ports.nextFree(port)).isGreaterThan(port);
    }
  }

  private Options options(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--data", parent.resolve("data").toString()));
    arguments.addAll(List.of(more));
    return OptionParser.parse(arguments.toArray(String[]::new)).orElseThrow();
  }
}
