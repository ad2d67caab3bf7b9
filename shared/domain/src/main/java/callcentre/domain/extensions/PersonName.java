package callcentre.domain.extensions;

import java.text.Normalizer;
import java.util.Locale;

/** A person's name as two sources can be compared by it: case and spacing say nothing. */
record PersonName(String value) {

  static PersonName of(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFKC);
    return new PersonName(
        composed.strip().replaceAll("[\\s\\p{Z}]+", " ").toLowerCase(Locale.ROOT));
  }

  boolean isBlank() {
    return value.isEmpty();
  }
}
