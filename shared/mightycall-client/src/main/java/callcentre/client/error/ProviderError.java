package callcentre.client.error;

import callcentre.aws.logging.Masking;
import callcentre.client.json.Fields;
import callcentre.client.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an error answer says, whichever of the shapes of reference 2.2 it has.
 *
 * @param errorCode of contacts, journal and contact centre, for example {@code RequestIsNotFound}
 * @param error of the token endpoint, for example {@code invalid_client}
 * @param message a sentence for people
 * @param modelState messages by parameter, empty when there are none
 */
public record ProviderError(
    Optional<String> errorCode,
    Optional<String> error,
    Optional<String> message,
    Map<String, List<String>> modelState) {

  private static final int LONGEST_CODE = 120;
  private static final int LONGEST_FREE_TEXT = 300;

  /**
   * Reads any body: JSON, HTML, text or none.
   *
   * @return without any code when the body is not one of the known shapes; its first characters are
   *     then the message
   */
  public static ProviderError read(String body) {
    return Json.object(body).map(ProviderError::readObject).orElseGet(() -> readText(body));
  }

  /**
   * The short name of the error: {@code errorCode}, else {@code error}, else {@code message}
   * (reference 2.2), without phone numbers and secrets and at most 120 characters.
   */
  public Optional<String> code() {
    return errorCode.or(() -> error).or(() -> message).map(ProviderError::shorten);
  }

  private static ProviderError readObject(Fields object) {
    return new ProviderError(
        object.text("errorCode"),
        object.text("error"),
        object.text("message"),
        object.textsByName("modelState"));
  }

  private static ProviderError readText(String body) {
    String text = body.strip();
    String start = text.substring(0, Math.min(text.length(), LONGEST_FREE_TEXT));
    return new ProviderError(
        Optional.empty(),
        Optional.empty(),
        Optional.of(start).filter(some -> !some.isEmpty()),
        Map.of());
  }

  private static String shorten(String code) {
    String line = Masking.mask(code).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_CODE ? line : line.substring(0, LONGEST_CODE - 1) + "…";
  }
}
