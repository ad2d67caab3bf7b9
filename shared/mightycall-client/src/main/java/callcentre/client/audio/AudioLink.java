package callcentre.client.audio;

import callcentre.client.http.ProviderHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a recording's bytes are: over https at one of MightyCall's own hosts, or at the address of
 * an account that is configured with one of its own. Nothing else is ever asked (reference 3.10,
 * SSRF). It holds a token, so it never shows itself.
 */
public final class AudioLink {

  private static final String HTTPS = "https";
  private static final int HTTPS_PORT = 443;
  private static final String DOMAIN = "mightycall.com";
  private static final int LONGEST = 4096;

  /** Some links have one slash where two belong (reference 3.10). */
  private static final Pattern SCHEME = Pattern.compile("(?i)^(https?):/+");

  private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** What stands in an address as it is; {@code #} and brackets do not: there are no fragments. */
  private static final String PLAIN = "-._~:/?@!$&'()*+,;=";

  private final URI address;

  private AudioLink(URI address) {
    this.address = address;
  }

  /**
   * Reads a link as the provider writes it, spaces, single slash and all.
   *
   * @param host where the account lives
   * @return empty when it is no address, or leads to somebody else
   */
  public static Optional<AudioLink> find(String written, ProviderHost host) {
    String link = written.strip();
    if (link.isEmpty() || link.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI address = new URI(escape(SCHEME.matcher(link).replaceFirst("$1://")));
      return isAllowed(address, host) ? Optional.of(new AudioLink(address)) : Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** Whither a redirect leads: by the same rules. */
  Optional<AudioLink> follow(String location, ProviderHost host) {
    try {
      return find(address.resolve(new URI(escape(location.strip()))).toString(), host);
    } catch (URISyntaxException | IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  URI address() {
    return address;
  }

  /** Only the host: the rest is a secret. */
  @Override
  public String toString() {
    return "AudioLink[" + address.getHost() + "]";
  }

  private static boolean isAllowed(URI address, ProviderHost host) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    String name = address.getHost().toLowerCase(Locale.ROOT);
    boolean secure = HTTPS.equalsIgnoreCase(address.getScheme());
    boolean theirs = name.equals(DOMAIN) || name.endsWith("." + DOMAIN);
    boolean usualPort = address.getPort() == -1 || address.getPort() == HTTPS_PORT;
    return (secure && theirs && usualPort) || (host.isCustom() && isSameOrigin(address, host));
  }

  private static boolean isSameOrigin(URI address, ProviderHost host) {
    return host.origin().getScheme().equalsIgnoreCase(address.getScheme())
        && host.origin().getHost().equalsIgnoreCase(address.getHost())
        && host.origin().getPort() == address.getPort();
  }

  private static String escape(String link) {
    StringBuilder escaped = new StringBuilder(link.length() + 16);
    Matcher alreadyEscaped = ESCAPED.matcher(link);
    int index = 0;
    while (index < link.length()) {
      int character = link.codePointAt(index);
      int length = Character.charCount(character);
      if (character == '%' && alreadyEscaped.region(index, link.length()).lookingAt()) {
        escaped.append(link, index, index + 3);
        length = 3;
      } else if (isPlain(character)) {
        escaped.appendCodePoint(character);
      } else {
        for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
          escaped.append(String.format(Locale.ROOT, "%%%02X", part));
        }
      }
      index += length;
    }
    return escaped.toString();
  }

  private static boolean isPlain(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || PLAIN.indexOf(character) >= 0;
  }
}
