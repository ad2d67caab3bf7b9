package callcentre.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHostTest {

  @ParameterizedTest(name = "base paths are pinned: {0}")
  @CsvSource({
    "classic, https://api.mightycall.com",
    "contact-center, https://ccapi.mightycall.com",
    "sandbox, https://sandbox.mightycall.com",
    "Classic, https://api.mightycall.com",
    "http://127.0.0.1:4010, http://127.0.0.1:4010",
    "https://proxy.example/mightycall/, https://proxy.example/mightycall",
  })
  void basePathsArePinned(String configured, String origin) {
    ProviderHost host = ProviderHost.find(configured).orElseThrow();

    assertThat(host.token()).isEqualTo(URI.create(origin + "/v4/auth/token"));
    assertThat(host.api("/phonenumbers")).isEqualTo(URI.create(origin + "/v4/api/phonenumbers"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.mightycall.com",
        "ftp://api.mightycall.com",
        "https://api.mightycall.com/v4",
        "https://user:secret@api.mightycall.com",
        "https://api.mightycall.com?x=1",
        "https://api.mightycall.com#x",
        "https://",
        "not a host",
      })
  void whatIsNoHostIsRefused(String configured) {
    assertThat(ProviderHost.find(configured)).isEmpty();
  }

  @Test
  void valuesInPathsArePercentEncodedAndTheTemplateStaysWithoutThem() {
    ProviderRequest request = ProviderRequest.get("/profile/{extension}", "1/0 1+?");

    assertThat(request.path()).isEqualTo("/profile/1%2F0%201%2B%3F");
    assertThat(request.operation()).isEqualTo("GET /profile/{extension}");
  }
}
