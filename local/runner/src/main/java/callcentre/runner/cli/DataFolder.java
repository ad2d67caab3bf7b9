package callcentre.runner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that outlives the program: tables, secrets, logs, archives. One program at a time. */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "runner.lock";
  private static final String PROVIDER = "provider";

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * @throws UsageException if another program uses it, if it holds data of the other provider, or
   *     if it cannot be emptied because it is no folder of this program
   */
  public static DataFolder open(Options options) {
    Path root = options.data();
    try {
      boolean ours = Files.exists(root.resolve(LOCK)) || isAbsentOrEmpty(root);
      if (!ours) {
        throw new UsageException(
            root
                + " holds other files than this program's; nothing was touched. Name a folder of"
                + " its own with --data");
      }
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new UsageException(
            "Another ./run uses the data folder "
                + root
                + ". Stop it, or start with a folder of its own: ./run --port "
                + (options.port() + 1)
                + " --data .local-data-2");
      }
      return prepared(new DataFolder(root, channel), options);
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot use the data folder " + root, failure);
    }
  }

  private static DataFolder prepared(DataFolder folder, Options options) throws IOException {
    try {
      if (options.reset()) {
        folder.empty();
      }
      folder.claim(options.provider());
      return folder;
    } catch (IOException | RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static boolean isAbsentOrEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private void empty() throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.walk(root)) {
      entries = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      if (!entry.equals(root) && !entry.equals(root.resolve(LOCK))) {
        Files.delete(entry);
      }
    }
  }

  /** Rows of a real account and of the simulated one never meet in one table. */
  private void claim(Provider provider) throws IOException {
    Path marker = root.resolve(PROVIDER);
    String wanted = provider.name().toLowerCase(Locale.ROOT);
    if (!Files.exists(marker)) {
      Files.writeString(marker, wanted);
    }
    String found = Files.readString(marker).strip();
    if (!found.equals(wanted)) {
      throw new UsageException(
          String.format(
              "%s keeps data of the provider \"%s\". Start with a folder of its own"
                  + " (./run --provider %s --data .local-data-%s) or empty this one (--reset).",
              root, found, wanted, wanted));
    }
  }

  public Path root() {
    return root;
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** How far the streams of the tables were delivered. */
  public Path streamPlaces() {
    return root.resolve("streams.properties");
  }

  /** Where the seed says that it is complete. */
  public Path seedMarker() {
    return root.resolve("seeded");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
