package callcentre.aws.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  private static final String KEY = "3f2b8a1c-7d4e-4b6f-9a5d-2c1e8f7b6a90";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dialled +13123190123 now      | dialled +1******0123 now",
        "/phone-numbers/%2B13123190123 | /phone-numbers/%2B1******0123",
        "stored as 8482161220          | stored as ******1220",
        "stored as 18482161220         | stored as *******1220",
        "stored as 848-216-1220        | stored as ***-***-1220",
        "stored as (848) 216-1220      | stored as (***) ***-1220",
        "+442071838750,+13123190123    | +4*******8750,+1******0123",
      })
  void aPhoneNumberKeepsItsLastFourDigits(String text, String masked) {
    assertThat(Masking.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "took 1234 ms",
        "extension 101 of 2500",
        "at 2026-11-21T08:15:30.123456Z",
        "epoch 1764000000 and 1764000000123",
        "job 7d3f6c1e-2b4a-4c5d-8e9f-0a1b2c3d4e5f",
        "call 64b7f0c29a3e5d0012ab34cd",
        "the token was renewed; key: numbers; secret: dev/mightycall/credentials",
        "Not configured: TOKEN_SECRET_ID, CREDENTIALS_SECRET_ID",
      })
  void whatIsNeitherNumberNorSecretStays(String text) {
    assertThat(Masking.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer " + KEY,
        "authorization: bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
        "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl refused",
        "x-api-key: " + KEY,
        "{\"ApiKey\":\"" + KEY + "\"}",
        "{\"apiKey\" : \"" + KEY + "\"}",
        "{\\\"api_key\\\":\\\"" + KEY + "\\\"}",
        "GET /v4/x?key=" + KEY + "&a=1",
        "grant_type=client_credentials&client_id=" + KEY + "&client_secret=0123456789abcdef",
        "{\"access_token\":\"" + KEY + "\",\"refresh_token\":\"" + KEY + "\"}",
        "user_key=" + KEY,
        "POST /api/webhooks/mightycall/" + KEY,
        "GET https://audio.example/dev/api/audio/" + KEY + "?download=1",
      })
  void aSecretIsHiddenInEverySpelling(String text) {
    assertThat(Masking.mask(text))
        .contains("***")
        .doesNotContain(KEY)
        .doesNotContain("eyJ")
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void whatStandsAroundASecretStays() {
    assertThat(Masking.mask("{\"api_key\":\"" + KEY + "\",\"host\":\"classic\"}"))
        .isEqualTo("{\"api_key\":\"***\",\"host\":\"classic\"}");
    assertThat(Masking.mask("a=1&client_secret=abc&b=2")).isEqualTo("a=1&client_secret=***&b=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "ApiKey", "x-api-key", "access_token", "Authorization"})
  void aFieldNamedLikeASecretIsOne(String name) {
    assertThat(Masking.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret_id", "status", "request_id", "idempotency_key"})
  void aFieldNamedOtherwiseIsNone(String name) {
    assertThat(Masking.isSecretName(name)).isFalse();
  }
}
