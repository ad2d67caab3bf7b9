package callcentre.domain.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the journal says of a message's way out; it never says that one arrived. */
public enum Delivery {
  SENT,
  NOT_SENT,
  /** Inbound messages, and what the provider does not tell. */
  UNSPECIFIED;

  private static final Map<String, Delivery> WORDS = Map.of("sent", SENT, "notsent", NOT_SENT);

  /** The value of {@code messageDeliveryStatus} (MightyCall reference 3.5), matched exactly. */
  public static Delivery ofWord(String word) {
    return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), UNSPECIFIED);
  }

  /** The name in answers, for example {@code not_sent}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Delivery> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
