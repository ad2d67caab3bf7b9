package callcentre.domain.messages.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client wants who answers with one of the words that carriers reserve (CTIA Messaging
 * Principles, 5.1; 47 CFR 64.1200(a)(10)). Only a text that is nothing but such a word counts: "do
 * not stop" says something else.
 */
public enum Keyword {
  /** No more messages from this number. */
  STOP,
  /** Messages are welcome again. A mere "yes" is not among its words: it answers many questions. */
  START,
  /** Who is this? Nothing is answered by itself. */
  HELP;

  private static final Map<String, Keyword> WORDS =
      Map.ofEntries(
          Map.entry("STOP", STOP),
          Map.entry("STOPALL", STOP),
          Map.entry("STOP ALL", STOP),
          Map.entry("UNSUBSCRIBE", STOP),
          Map.entry("CANCEL", STOP),
          Map.entry("END", STOP),
          Map.entry("QUIT", STOP),
          Map.entry("REVOKE", STOP),
          Map.entry("OPTOUT", STOP),
          Map.entry("OPT OUT", STOP),
          Map.entry("OPT-OUT", STOP),
          Map.entry("START", START),
          Map.entry("UNSTOP", START),
          Map.entry("HELP", HELP),
          Map.entry("INFO", HELP));

  /** What people type around a word: quotes, full stops, exclamation marks, spaces. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Punct}“”‘’«»]+|[\\s\\p{Punct}“”‘’«»]+$");

  private static final Pattern GAP = Pattern.compile("\\s+");

  /** The keyword that a text is; empty when it says anything else. */
  public static Optional<Keyword> of(String text) {
    String bare = AROUND.matcher(text).replaceAll("");
    String word = GAP.matcher(bare).replaceAll(" ").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(WORDS.get(word));
  }
}
