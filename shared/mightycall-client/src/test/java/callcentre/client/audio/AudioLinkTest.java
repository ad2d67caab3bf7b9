package callcentre.client.audio;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.http.ProviderHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links may lead, and how they are repaired. */
class AudioLinkTest {

  private static final ProviderHost CLASSIC = ProviderHost.Kind.CLASSIC.host();
  private static final ProviderHost LOCAL =
      ProviderHost.find("http://127.0.0.1:4711").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://panel.mightycall.com/Files/callrecord_20260914_1502_Maria Lopez.wav?recordid=a&id=b | https://panel.mightycall.com/Files/callrecord_20260914_1502_Maria%20Lopez.wav?recordid=a&id=b
          https://panel.mightycall.com/Files/Maria%20Lopez.wav                                        | https://panel.mightycall.com/Files/Maria%20Lopez.wav
          https:/panel.mightycall.com/a.wav                                                           | https://panel.mightycall.com/a.wav
          HTTPS://Panel.MightyCall.com/a.wav                                                          | HTTPS://Panel.MightyCall.com/a.wav
          https://media.mightycall.com:443/a.mp3                                                      | https://media.mightycall.com:443/a.mp3
          https://panel.mightycall.com/100%.wav                                                       | https://panel.mightycall.com/100%25.wav
          https://panel.mightycall.com/Zoë.wav                                                        | https://panel.mightycall.com/Zo%C3%AB.wav
          https://panel.mightycall.com/a[1]#2.wav?id="x"                                              | https://panel.mightycall.com/a%5B1%5D%232.wav?id=%22x%22
          https://panel.mightycall.com/a.wav?t=a+b/c==                                                | https://panel.mightycall.com/a.wav?t=a+b/c==
          """)
  void linksAreReadAsTheProviderWritesThem(String written, String address) {
    assertThat(AudioLink.find(written, CLASSIC).orElseThrow().address()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "callrecord.wav",
        "/Files/a.wav",
        "//panel.mightycall.com/a.wav",
        "http://panel.mightycall.com/a.wav",
        "ftp://panel.mightycall.com/a.wav",
        "file:///etc/passwd",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/a.wav",
        "https://localhost/a.wav",
        "https://mightycall.com.evil.example/a.wav",
        "https://evilmightycall.com/a.wav",
        "https://mightycall.com./a.wav",
        "https://panel.mightycall.com@evil.example/a.wav",
        "https://user:word@panel.mightycall.com/a.wav",
        "https://evil.example\\@panel.mightycall.com/a.wav",
        "https://evil.example#.mightycall.com/a.wav",
        "https://evil.example?.mightycall.com/a.wav",
        "https://panel.mightycall.com:8080/a.wav",
        "https://panel.mightycall.com:22/a.wav",
        "http://127.0.0.1:4711/a.wav",
      })
  void whatLeadsToSomebodyElseIsNoLink(String written) {
    assertThat(AudioLink.find(written, CLASSIC)).isEmpty();
  }

  @Test
  void anAccountWithAnAddressOfItsOwnIsAskedThereToo() {
    assertThat(AudioLink.find("http://127.0.0.1:4711/rec/Maria Lopez.wav", LOCAL)).isPresent();
    assertThat(AudioLink.find("https://panel.mightycall.com/a.wav", LOCAL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4712/a.wav",
        "https://127.0.0.1:4711/a.wav",
        "http://127.0.0.1/a.wav",
        "http://127.0.0.2:4711/a.wav",
        "http://x@127.0.0.1:4711/a.wav",
      })
  void anotherOriginThanTheAccountsOwnIsNoLink(String written) {
    assertThat(AudioLink.find(written, LOCAL)).isEmpty();
  }

  @Test
  void anEndlessLinkIsNoLink() {
    String written = "https://panel.mightycall.com/" + "a".repeat(5000);

    assertThat(AudioLink.find(written, CLASSIC)).isEmpty();
  }

  @Test
  void aLinkNeverShowsItsToken() {
    AudioLink link =
        AudioLink.find("https://panel.mightycall.com/a.wav?recordid=SECRET", CLASSIC).orElseThrow();

    assertThat(link.toString()).doesNotContain("SECRET").contains("panel.mightycall.com");
  }
}
