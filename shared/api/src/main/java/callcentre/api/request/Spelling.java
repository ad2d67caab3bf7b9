package callcentre.api.request;

import java.util.Locale;

/** The two spellings of a name: {@code org_id} and {@code orgId}. */
final class Spelling {

  private Spelling() {}

  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
