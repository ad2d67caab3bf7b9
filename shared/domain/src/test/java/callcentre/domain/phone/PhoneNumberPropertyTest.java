package callcentre.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class PhoneNumberPropertyTest {

  @Property
  void allFourFormatsAreOneNumber(@ForAll("northAmerican") String national) {
    String area = national.substring(0, 3);
    String exchange = national.substring(3, 6);
    String line = national.substring(6);
    PhoneNumber number = new PhoneNumber("+1" + national);

    assertThat(PhoneNumber.parse(national)).isEqualTo(number);
    assertThat(PhoneNumber.parse(area + "-" + exchange + "-" + line)).isEqualTo(number);
    assertThat(PhoneNumber.parse("+1 (" + area + ") " + exchange + "-" + line)).isEqualTo(number);
    assertThat(PhoneNumber.parse("1" + national)).isEqualTo(number);
  }

  @Property
  void theE164FormOfANumberIsThatNumber(@ForAll("northAmerican") String national) {
    PhoneNumber number = PhoneNumber.parse(national);

    assertThat(PhoneNumber.parse(number.e164())).isEqualTo(number);
    assertThat(PhoneNumber.parse(" " + number.digits())).isEqualTo(number);
  }

  @Property
  void anyTextIsANumberInE164OrNone(@ForAll @StringLength(max = 60) String text) {
    PhoneNumber.find(text)
        .ifPresent(number -> assertThat(number.e164()).matches("\\+[1-9][0-9]{6,14}"));
  }

  @Provide
  Arbitrary<String> northAmerican() {
    Arbitrary<String> area = Arbitraries.integers().between(200, 989).map(String::valueOf);
    Arbitrary<String> exchange = Arbitraries.integers().between(200, 999).map(String::valueOf);
    Arbitrary<String> line = Arbitraries.integers().between(0, 9_999).map("%04d"::formatted);
    return area.flatMap(a -> exchange.flatMap(e -> line.map(l -> a + e + l)));
  }
}
