package callcentre.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  private static final PhoneNumber VICTORY_SYNC_1 = new PhoneNumber("+18482161220");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8482161220",
        "848-216-1220",
        "+1 (848) 216-1220",
        "18482161220",
        "+18482161220",
        " 18482161220",
        "(848) 216-1220",
        "848.216.1220",
        "1-848-216-1220",
        "  +1 848 216 1220  "
      })
  void allWritingsOfANumberAreOneNumber(String written) {
    assertThat(PhoneNumber.parse(written)).isEqualTo(VICTORY_SYNC_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "101",
        "+",
        "+1",
        "12345",
        "abc",
        "1-800-FLOWERS",
        "Website widget",
        "anonymous",
        "8482161220 ext 5",
        "+08482161220",
        "84821612208482161220",
        "00000000000000000000000000000000000000000"
      })
  void whatCannotBeATelephoneNumberIsEmptyAndRefused(String written) {
    assertThat(PhoneNumber.find(written)).isEmpty();
    assertThatThrownBy(() -> PhoneNumber.parse(written))
        .isInstanceOf(InvalidPhoneNumberException.class)
        .hasMessageContaining("E.164");
  }

  @Test
  void aNumberWithAnotherCountryCodeStaysThere() {
    assertThat(PhoneNumber.parse("+49 30 901820").e164()).isEqualTo("+4930901820");
    assertThat(PhoneNumber.parse("+442083661177").e164()).isEqualTo("+442083661177");
  }

  @Test
  void aLeadingSpaceIsThePlusThatAQueryStringLost() {
    assertThat(PhoneNumber.parse(" 442083661177").e164()).isEqualTo("+442083661177");
  }

  @Test
  void digitsAreTheNumberWithoutPlus() {
    assertThat(VICTORY_SYNC_1.digits()).isEqualTo("18482161220");
    assertThat(VICTORY_SYNC_1).hasToString("+18482161220");
  }

  @Test
  void onlyItsOwnE164FormCountsAsWrittenSo() {
    assertThat(VICTORY_SYNC_1.isWrittenAs("+18482161220")).isTrue();
    assertThat(VICTORY_SYNC_1.isWrittenAs("18482161220")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8482161220", "+1848216122x", "+0123456789", "+123456", "+1234567890123456"})
  void aNumberIsNeverMadeOfAnythingButE164(String text) {
    assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(InvalidPhoneNumberException.class);
  }

  @Test
  void aLongInputIsNotRepeatedWholeInTheError() {
    String written = "9".repeat(5_000);

    assertThat(PhoneNumber.find(written)).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> PhoneNumber.parse(written))
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }
}
