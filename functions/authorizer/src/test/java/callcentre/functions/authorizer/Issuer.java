package callcentre.functions.authorizer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An identity provider: publishes keys over HTTP and signs tokens. */
final class Issuer implements AutoCloseable {

  static final String NAME = "https://id.example/";
  static final String AUDIENCE = "dashboard";
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** Making one takes long, so each is made once. */
  private static final Map<String, RSAKey> RSA_KEYS = new ConcurrentHashMap<>();

  private static final RSAKey RSA = rsa("rsa-1");

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String published = "";

  Issuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::answer);
    server.start();
    publish(RSA);
  }

  static RSAKey rsaKey() {
    return RSA;
  }

  static RSAKey rsa(String id) {
    return RSA_KEYS.computeIfAbsent(id, Issuer::newRsa);
  }

  /** Another key under the id of a known one. */
  static RSAKey impostor(String id) {
    return new RSAKey.Builder(rsa("impostor")).keyID(id).build();
  }

  private static RSAKey newRsa(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ECKey curve(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
  }

  void publish(JWK... keys) {
    publishText(new JWKSet(Arrays.asList(keys)).toString());
  }

  void publishText(String body) {
    published = body;
  }

  void failWith(int status) {
    this.status = status;
  }

  /** How often the keys were fetched. */
  int asked() {
    return asked.get();
  }

  /** Claims of a good token, changed as a test wants it. */
  static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .audience(AUDIENCE)
            .subject("ann")
            .issueTime(Date.from(NOW))
            .expirationTime(Date.from(NOW.plusSeconds(300)));
    change.accept(claims);
    return claims.build();
  }

  static String token() {
    return token(RSA, claim -> {});
  }

  static String token(JWK key, Consumer<JWTClaimsSet.Builder> change) {
    return sign(key, new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()), change);
  }

  static String token(JWK key, JOSEObjectType type) {
    return sign(
        key, new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()).type(type), claim -> {});
  }

  static String sign(JWK key, JWSHeader.Builder header, Consumer<JWTClaimsSet.Builder> change) {
    try {
      SignedJWT token = new SignedJWT(header.build(), claims(change));
      token.sign(signer(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JWSAlgorithm algorithm(JWK key) {
    return switch (key) {
      case RSAKey rsa -> JWSAlgorithm.RS256;
      case ECKey curve -> JWSAlgorithm.ES256;
      default -> JWSAlgorithm.HS256;
    };
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSASSASigner(rsa);
      case ECKey curve -> new ECDSASigner(curve);
      case OctetSequenceKey secret -> new MACSigner(secret);
      default -> throw new IllegalArgumentException("no signer for " + key.getKeyType());
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    byte[] body = published.getBytes(StandardCharsets.UTF_8);
    if (status == 302) {
      exchange.getResponseHeaders().set("Location", address() + "?moved");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
