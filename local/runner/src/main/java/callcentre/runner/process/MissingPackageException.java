package callcentre.runner.process;

import java.nio.file.Path;

/** A function's package folder holds no jars: it was not built. */
public final class MissingPackageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingPackageException(Path lib) {
    super("There are no jars in " + lib + "; build the packages first (./run does it)");
  }
}
