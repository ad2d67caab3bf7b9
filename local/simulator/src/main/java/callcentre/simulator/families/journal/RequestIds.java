package callcentre.simulator.families.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Journal ids of a request: 24 hex digits each.
 *
 * @param all every id that was given, in order and lower case
 * @param malformed those that are none, as they were written
 */
record RequestIds(List<String> all, List<String> malformed) {

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

  RequestIds {
    all = List.copyOf(all);
    malformed = List.copyOf(malformed);
  }

  /** The ids of a comma list, or none when it is blank. */
  static RequestIds of(String list) {
    List<String> all = new ArrayList<>();
    List<String> malformed = new ArrayList<>();
    Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .forEach(
            id -> {
              all.add(id.toLowerCase(Locale.ROOT));
              if (!wellFormed(id)) {
                malformed.add(id);
              }
            });
    return new RequestIds(all, malformed);
  }

  static boolean wellFormed(String id) {
    return ID.matcher(id).matches();
  }
}
