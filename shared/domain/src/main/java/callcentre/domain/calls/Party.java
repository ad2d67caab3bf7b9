package callcentre.domain.calls;

import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One end of a call.
 *
 * @param value E.164, the extension's digits, the widget's name; empty for an anonymous party
 * @param name how the provider calls it; empty when it gave none or repeated the value
 */
public record Party(PartyKind kind, String value, Optional<String> name) {

  private static final Set<String> HIDDEN =
      Set.of(
          "",
          "anonymous",
          "unknown",
          "private",
          "restricted",
          "unavailable",
          "withheld",
          "blocked");

  private static final Comparator<Party> RATHER =
      Comparator.comparing(Party::isKnown).thenComparing(Party::toString);

  public Party {
    String said = value;
    boolean valid =
        switch (kind) {
          case NUMBER -> new PhoneNumber(said).isWrittenAs(said);
          case EXTENSION -> Extension.find(said).isPresent();
          case WIDGET -> !said.isBlank();
          case ANONYMOUS -> said.isEmpty();
        };
    if (!valid) {
      throw new IllegalArgumentException("no " + kind.wireName() + " is written " + said);
    }
    name = name.map(String::strip).filter(text -> !text.isEmpty() && !text.equals(said));
  }

  public static Party number(PhoneNumber number, Optional<String> name) {
    return new Party(PartyKind.NUMBER, number.e164(), name);
  }

  public static Party extension(Extension extension, Optional<String> name) {
    return new Party(PartyKind.EXTENSION, extension.digits(), name);
  }

  /** A widget; one without a name is nobody that could be told from others. */
  public static Party widget(String widgetName) {
    return widgetName.isBlank()
        ? anonymous(Optional.empty())
        : new Party(PartyKind.WIDGET, widgetName.strip(), Optional.empty());
  }

  /** A party of which at most a name is known. */
  public static Party anonymous(Optional<String> name) {
    return new Party(PartyKind.ANONYMOUS, "", name);
  }

  /**
   * Reads an address as the provider writes it: a number, a short number of a colleague, one of the
   * words for a hidden caller, else a widget's name (MightyCall reference 2.7, 4.3).
   */
  public static Party of(String address, Optional<String> name) {
    String text = address.strip();
    if (HIDDEN.contains(text.toLowerCase(Locale.ROOT))) {
      return anonymous(name);
    }
    return Extension.find(text)
        .map(extension -> extension(extension, name))
        .or(() -> PhoneNumber.find(text).map(number -> number(number, name)))
        .orElseGet(() -> new Party(PartyKind.WIDGET, text, name));
  }

  /** The number, when there is one. */
  public Optional<PhoneNumber> phone() {
    return kind == PartyKind.NUMBER ? Optional.of(new PhoneNumber(value)) : Optional.empty();
  }

  /** The extension, when there is one. */
  public Optional<Extension> extension() {
    return kind == PartyKind.EXTENSION ? Extension.find(value) : Optional.empty();
  }

  /** One of two, whichever is asked: who is known rather than who is not, then by the text. */
  Party orRather(Party other) {
    return RATHER.compare(this, other) >= 0 ? this : other;
  }

  boolean isColleague() {
    return kind == PartyKind.EXTENSION;
  }

  boolean isKnown() {
    return kind != PartyKind.ANONYMOUS;
  }
}
