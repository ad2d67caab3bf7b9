package callcentre.simulator.tokens;

/**
 * The content of a token answer (MightyCall reference 1.3).
 *
 * @param accessToken opaque, about 700 characters
 * @param refreshToken 44 characters of standard Base64, always with {@code +}, {@code /} and {@code
 *     =}
 */
public record IssuedToken(String accessToken, String refreshToken, int expiresInSeconds) {}
