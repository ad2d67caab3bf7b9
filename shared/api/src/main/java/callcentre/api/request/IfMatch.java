package callcentre.api.request;

import callcentre.api.http.Headers;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The condition under which a client wants its change made (RFC 9110, 13.1.1); a controller takes
 * it as an argument.
 *
 * @param tags the versions that the client accepts, as written; empty when it sent no {@code
 *     If-Match} and so accepts any
 */
public record IfMatch(Optional<List<String>> tags) {

  private static final String ANY = "*";
  private static final Pattern TAG = Pattern.compile("\\*|(W/)?\"[^\"]*\"");

  /**
   * The condition of an event.
   *
   * @throws ApiException 400 when the header is not a list of quoted tags
   */
  public static IfMatch of(APIGatewayProxyRequestEvent event) {
    return new IfMatch(Headers.find(event, "If-Match").map(IfMatch::parse));
  }

  /** Whether a version is one of those; a weak tag never is. */
  public boolean accepts(EntityTag current) {
    return tags.isEmpty() || tags.get().contains(ANY) || tags.get().contains(current.header());
  }

  /**
   * Goes on only when the version is one of those.
   *
   * @param representation what is stored now, given back so that the client need not ask again
   * @throws ApiException 412 with the current {@code ETag}
   */
  public void require(EntityTag current, Object representation) {
    if (!accepts(current)) {
      throw ApiException.of(
              ErrorCode.PRECONDITION_FAILED,
              "Somebody changed it meanwhile. Nothing was changed; repeat your change on what is"
                  + " stored now.")
          .header("ETag", current.header())
          .member("current", representation);
    }
  }

  private static List<String> parse(String header) {
    List<String> tags = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
      throw ApiException.invalid("If-Match", "must be the ETag of an earlier answer, or *");
    }
    return tags;
  }
}
