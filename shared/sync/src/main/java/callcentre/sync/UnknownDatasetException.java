package callcentre.sync;

import callcentre.domain.sync.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/** A request names datasets that the system does not have. */
public final class UnknownDatasetException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 40;

  UnknownDatasetException(List<String> names, List<Dataset> supported) {
    super(sentence(names, names(supported)));
  }

  private static String names(List<Dataset> supported) {
    return supported.stream().map(Dataset::wireName).collect(Collectors.joining(", "));
  }

  private static String sentence(List<String> names, String supported) {
    if (names.isEmpty()) {
      return "name at least one dataset; supported are " + supported;
    }
    String first = names.getFirst();
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
    return "'" + shown + "' is not a dataset; supported are " + supported;
  }
}
