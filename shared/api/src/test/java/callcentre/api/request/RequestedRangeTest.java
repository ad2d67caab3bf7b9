package callcentre.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.request.RequestedRange.Span;
import callcentre.api.request.RequestedRange.Suffix;
import callcentre.api.request.RequestedRange.Whole;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRangeTest {

  @Property(tries = 300)
  void everySpanIsReadAsItIsWritten(
      @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
    long first = Math.min(one, other) / 10;
    long last = Math.max(one, other) / 10;

    assertThat(RequestedRange.parse("bytes=" + first + "-" + last))
        .isEqualTo(new Span(first, last));
    assertThat(RequestedRange.parse("bytes=" + first + "-"))
        .isEqualTo(new Span(first, Long.MAX_VALUE));
    assertThat(RequestedRange.parse("bytes=-" + first)).isEqualTo(new Suffix(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=500-999", "Bytes=500-999", " bytes = 500 - 999 ", "bytes=0500-0999"})
  void spellingsThatMeanTheSame(String header) {
    assertThat(RequestedRange.parse(header)).isEqualTo(new Span(500, 999));
  }

  @Test
  void aNumberTooLongForAnyFileIsTheLargest() {
    assertThat(RequestedRange.parse("bytes=" + "9".repeat(39) + "-"))
        .isEqualTo(new Span(Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(RequestedRange.parse("bytes=0-" + "9".repeat(19)))
        .isEqualTo(new Span(0, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=",
        "bytes=-",
        "bytes=abc-",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "items=0-4",
        "bytes 0-4",
        "bytes=--4",
        "bytes=0x10-",
        "bytes=٣-٤"
      })
  void whatIsNotOneRangeOfBytesIsIgnored(String header) {
    assertThat(RequestedRange.parse(header)).isEqualTo(new Whole());
  }

  @Test
  void aRangeOnlyForAKnownVersionIsIgnoredBecauseNoVersionWasEverTold() {
    assertThat(of(Map.of("range", "bytes=0-4"))).isEqualTo(new Span(0, 4));
    assertThat(of(Map.of("range", "bytes=0-4", "If-Range", "\"1\""))).isEqualTo(new Whole());
    assertThat(of(Map.of())).isEqualTo(new Whole());
  }

  private static RequestedRange of(Map<String, String> headers) {
    return RequestedRange.of(new APIGatewayProxyRequestEvent().withHeaders(headers));
  }
}
