package callcentre.aws.logging;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Replaces phone numbers by their last four digits and secrets by {@code ***} in text that leaves
 * the process (design: Qualities; lessons: "the account's key in every stored event").
 */
public final class Masking {

  /** What stands for a secret. */
  public static final String HIDDEN = "***";

  private static final int SHOWN_DIGITS = 4;

  /** Names whose value is a secret, in the spelling of {@link #normal}. */
  private static final Set<String> SECRET_NAMES =
      Set.of(
          "apikey",
          "xapikey",
          "previousapikey",
          "userkey",
          "clientid",
          "clientsecret",
          "accesstoken",
          "refreshtoken",
          "idtoken",
          "token",
          "authorization",
          "password",
          "secret",
          "secretstring",
          "master",
          "webhooktokens",
          "ticket");

  private static final String SEPARATOR = "(\\\\?[\"']?\\s*[:=]\\s*\\\\?[\"']?)";

  /** {@code name=value}, {@code "name":"value"}, {@code name: value} with a name that says it. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:x-)?(?:previous[_-]?)?api[_-]?key|user[_-]?key|client[_-]?(?:id|secret)"
              + "|(?:access|refresh|id)[_-]?token|secret[_-]?string|password)"
              + SEPARATOR
              + "[^\\s\"'\\\\&,;}\\])]+");

  /** Names that also stand for harmless things: only a long run of key characters is hidden. */
  private static final Pattern PERHAPS_NAMED =
      Pattern.compile(
          "(?i)((?<![a-z])(?:key|token|secret|ticket|master))"
              + SEPARATOR
              + "[A-Za-z0-9._~+=-]{16,}");

  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=%-]{16,}");

  private static final Pattern JSON_WEB_TOKEN =
      Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private static final Pattern WEBHOOK_PATH = Pattern.compile("(/webhooks/mightycall/)[^/\\s\"?]+");

  /** A ticket in a path plays a recording without any other proof. */
  private static final Pattern AUDIO_PATH = Pattern.compile("(/api/audio/)[^/\\s\"?{]+");

  private static final Pattern INTERNATIONAL = Pattern.compile("(\\+|%2B)(\\d{7,15})(?!\\d)");

  /** North American numbers without a plus: area and exchange never begin with 0 or 1. */
  private static final Pattern NATIONAL =
      Pattern.compile(
          "(?<![\\w.+-])(?:1[ .-]?)?\\(?[2-9]\\d{2}\\)?[ .-]?[2-9]\\d{2}[ .-]?\\d{4}(?![\\w-])");

  private Masking() {}

  /**
   * The text without phone numbers and secrets.
   *
   * @param text any text, e.g. {@code dialled +13123190123}
   * @return e.g. {@code dialled +1******0123}
   */
  public static String mask(String text) {
    String masked = NAMED.matcher(text).replaceAll("$1$2" + HIDDEN);
    masked = PERHAPS_NAMED.matcher(masked).replaceAll("$1$2" + HIDDEN);
    masked = BEARER.matcher(masked).replaceAll("$1 " + HIDDEN);
    masked = JSON_WEB_TOKEN.matcher(masked).replaceAll(HIDDEN);
    masked = WEBHOOK_PATH.matcher(masked).replaceAll("$1" + HIDDEN);
    masked = AUDIO_PATH.matcher(masked).replaceAll("$1" + HIDDEN);
    masked = INTERNATIONAL.matcher(masked).replaceAll(Masking::international);
    return NATIONAL.matcher(masked).replaceAll(found -> digits(found.group(), 0));
  }

  /**
   * Whether a field of this name holds a secret, however it is spelled: {@code api_key}, {@code
   * ApiKey}, {@code x-api-key}.
   */
  public static boolean isSecretName(String name) {
    return SECRET_NAMES.contains(normal(name));
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static String international(MatchResult found) {
    return found.group(1) + digits(found.group(2), 1);
  }

  /** Keeps the first digits as told and the last four; every other digit becomes a star. */
  private static String digits(String number, int shownFirst) {
    long count = number.chars().filter(Character::isDigit).count();
    StringBuilder masked = new StringBuilder(number.length());
    int seen = 0;
    for (char c : number.toCharArray()) {
      boolean digit = Character.isDigit(c);
      boolean shown = seen < shownFirst || seen >= count - SHOWN_DIGITS;
      masked.append(!digit || shown ? c : '*');
      seen += digit ? 1 : 0;
    }
    return masked.toString();
  }
}
