package callcentre.sync;

import callcentre.domain.sync.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A request names datasets that the system does not have. */
public final class UnknownDatasetException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 40;

  UnknownDatasetException(List<String> names) {
    super(sentence(names));
  }

  /** The names that are supported, as a person reads them. */
  public static String supported() {
    return Arrays.stream(Dataset.values()).map(Dataset::wireName).collect(Collectors.joining(", "));
  }

  private static String sentence(List<String> names) {
    if (names.isEmpty()) {
      return "name at least one dataset; supported are " + supported();
    }
    String first = names.getFirst();
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
    return "'" + shown + "' is not a dataset; supported are " + supported();
  }
}
