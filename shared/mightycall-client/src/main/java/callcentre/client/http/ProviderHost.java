package callcentre.client.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the account lives (reference 1.1). It has to be configured: a wrong kind answers {@code
 * invalid_client}, exactly as wrong keys do, and nothing probes alternatives.
 *
 * @param name the kind's name as configured, or the custom address
 * @param origin what stands before {@code /v4}
 */
public record ProviderHost(String name, URI origin) {

  /** The kinds of accounts. */
  public enum Kind {
    CLASSIC("classic", "https://api.mightycall.com"),
    CONTACT_CENTER("contact-center", "https://ccapi.mightycall.com"),
    SANDBOX("sandbox", "https://sandbox.mightycall.com");

    private final String configuredName;
    private final String origin;

    Kind(String configuredName, String origin) {
      this.configuredName = configuredName;
      this.origin = origin;
    }

    /** The name in the credentials secret. */
    public String configuredName() {
      return configuredName;
    }

    public ProviderHost host() {
      return new ProviderHost(configuredName, URI.create(origin));
    }
  }

  /** The one token address; every other method is under {@link #API} (reference 0.1). */
  private static final String TOKEN = "/v4/auth/token";

  private static final String API = "/v4/api";

  /** What the credentials secret may hold as {@code host}. */
  public static String allowed() {
    return Arrays.stream(Kind.values()).map(Kind::configuredName).collect(Collectors.joining(", "))
        + " or http(s)://… without /v4";
  }

  /**
   * Reads the host of the credentials secret.
   *
   * @return empty when it is none of {@link #allowed()}
   */
  public static Optional<ProviderHost> find(String configured) {
    for (Kind kind : Kind.values()) {
      if (kind.configuredName().equals(configured.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(kind.host());
      }
    }
    return findCustom(configured.strip());
  }

  /** Whether it is an address of its own and none of MightyCall's. */
  public boolean isCustom() {
    return Arrays.stream(Kind.values()).noneMatch(kind -> kind.configuredName().equals(name));
  }

  /** The address that gives tokens. */
  public URI token() {
    return URI.create(origin + TOKEN);
  }

  /**
   * The address of a method.
   *
   * @param pathAndQuery percent-encoded, starting with {@code /}
   */
  public URI api(String pathAndQuery) {
    return URI.create(origin + API + pathAndQuery);
  }

  private static Optional<ProviderHost> findCustom(String configured) {
    String address = configured.endsWith("/") ? configured.replaceAll("/+$", "") : configured;
    try {
      URI uri = new URI(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean plain =
          uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
      boolean withoutVersion = uri.getRawPath() == null || !uri.getRawPath().endsWith("/v4");
      return web && plain && withoutVersion && uri.getHost() != null
          ? Optional.of(new ProviderHost(address, uri))
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
