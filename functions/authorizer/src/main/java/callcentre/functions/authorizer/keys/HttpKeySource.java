package callcentre.functions.authorizer.keys;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Variable;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Fetches the issuer's published keys: HTTPS only (plain HTTP from this very machine, for
 * development), no redirect, limited in time and size.
 */
public final class HttpKeySource implements KeySetCache.Source {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(2);

  /** For all of it, however slowly it drips; the function has 10 s. */
  private static final Duration WHOLE = Duration.ofSeconds(5);

  private static final int LARGEST_BYTES = 256 * 1024;
  private static final int SMALLEST_RSA_BITS = 2048;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI address;

  /**
   * A source at an address.
   *
   * @throws InvalidConfigurationException when the address is not allowed
   */
  public HttpKeySource(String address) {
    this.address = requireAllowed(address);
  }

  @Override
  public List<JWK> fetch() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
    connection.setReadTimeout(Math.toIntExact(READ.toMillis()));
    connection.setRequestProperty("Accept", "application/json");
    try {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("the issuer answered " + connection.getResponseCode());
      }
      try (InputStream body = connection.getInputStream()) {
        return parse(read(body));
      }
    } finally {
      connection.disconnect();
    }
  }

  private static String read(InputStream body) throws IOException {
    long deadline = System.nanoTime() + WHOLE.toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int count = body.read(part); count >= 0; count = body.read(part)) {
      all.write(part, 0, count);
      if (all.size() > LARGEST_BYTES) {
        throw new IOException("the issuer's keys are larger than " + LARGEST_BYTES + " bytes");
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("the issuer's keys took longer than " + WHOLE);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static List<JWK> parse(String json) throws IOException {
    try {
      List<JWK> usable =
          JWKSet.parse(json).getKeys().stream().filter(HttpKeySource::isUsable).toList();
      if (usable.isEmpty()) {
        throw new IOException("the issuer publishes no key for RS256 or ES256");
      }
      return usable;
    } catch (ParseException malformed) {
      throw new IOException("the issuer's keys cannot be read", malformed);
    }
  }

  /** A symmetric key in a published set would be nobody's secret: only public ones count. */
  private static boolean isUsable(JWK key) {
    boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
    return signs
        && switch (key) {
          case RSAKey rsa -> rsa.size() >= SMALLEST_RSA_BITS;
          case ECKey curve -> Curve.P_256.equals(curve.getCurve());
          default -> false;
        };
  }

  private static URI requireAllowed(String address) {
    try {
      URI uri = URI.create(address);
      boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
      boolean local =
          "http".equals(uri.getScheme())
              && uri.getHost() != null
              && THIS_MACHINE.contains(uri.getHost());
      if (secure || local) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Falls through: the sentence below says what is allowed.
    }
    throw InvalidConfigurationException.variable(
        Variable.JWT_JWKS_URL, address, "an https:// address");
  }
}
