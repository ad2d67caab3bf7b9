package callcentre.api.request;

import callcentre.api.http.Headers;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes a client wants (RFC 9110, 14.1.2 and 14.2); a controller takes it as an argument. A
 * header that asks for several ranges, is in another unit or is malformed is ignored, as the RFC
 * allows; so is one with {@code If-Range}, for no answer of this API carries what it could name.
 */
public sealed interface RequestedRange {

  /** No part in particular. */
  record Whole() implements RequestedRange {}

  /**
   * From one byte to another.
   *
   * @param last not before {@code first}; {@link Long#MAX_VALUE} for {@code bytes=500-}
   */
  record Span(long first, long last) implements RequestedRange {}

  /**
   * The last bytes.
   *
   * @param count zero can never be satisfied
   */
  record Suffix(long count) implements RequestedRange {}

  /** The range of an event. */
  static RequestedRange of(APIGatewayProxyRequestEvent event) {
    return Headers.find(event, "If-Range").isPresent()
        ? new Whole()
        : Headers.find(event, "Range").map(RequestedRange::parse).orElseGet(Whole::new);
  }

  /** Reads a header's value. */
  static RequestedRange parse(String header) {
    Matcher written = Syntax.ONE_RANGE.matcher(header.strip());
    if (!written.matches()) {
      return new Whole();
    }
    String first = written.group(1);
    String last = written.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : new Suffix(Syntax.number(last));
    }
    long from = Syntax.number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Syntax.number(last);
    return to < from ? new Whole() : new Span(from, to);
  }

  /** How a range is written. */
  final class Syntax {

    private static final Pattern ONE_RANGE =
        Pattern.compile(
            "bytes\\s*=\\s*([0-9]{0,40})\\s*-\\s*([0-9]{0,40})", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 18;

    private Syntax() {}

    /** A number too long for any file is as good as the largest. */
    private static long number(String digits) {
      String plain = digits.replaceFirst("^0+(?=.)", "");
      return plain.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(plain);
    }
  }
}
