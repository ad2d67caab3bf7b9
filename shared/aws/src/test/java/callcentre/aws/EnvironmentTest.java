package callcentre.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\t"})
  void anEmptyValueIsNotSet(String empty) {
    Environment environment = new Environment(Map.of("STAGE", empty));

    assertThat(environment.find(Variable.STAGE)).isEmpty();
    assertThatThrownBy(() -> environment.require(Variable.STAGE))
        .isInstanceOf(MissingConfigurationException.class);
  }

  @Test
  void aValueComesWithoutSurroundingSpace() {
    assertThat(new Environment(Map.of("STAGE", " dev ")).require(Variable.STAGE)).isEqualTo("dev");
  }

  @Test
  void allMissingVariablesAreNamedAtOnce() {
    Environment environment = new Environment(Map.of("STAGE", "dev", "JWT_AUDIENCE", ""));

    assertThatThrownBy(
            () ->
                environment.requireAll(Variable.STAGE, Variable.JWT_ISSUER, Variable.JWT_AUDIENCE))
        .hasMessageContaining("JWT_ISSUER, JWT_AUDIENCE")
        .hasMessageContaining("Nothing was changed")
        .asInstanceOf(type(ConfigurationException.class))
        .extracting(ConfigurationException::names)
        .asList()
        .containsExactly("JWT_ISSUER", "JWT_AUDIENCE");
  }

  @Test
  void variablesThatAreAllThereAreGiven() {
    Environment environment = new Environment(Map.of("STAGE", "dev", "JWT_ISSUER", "https://a"));

    assertThat(environment.requireAll(Variable.STAGE, Variable.JWT_ISSUER))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Variable.STAGE, "dev", Variable.JWT_ISSUER, "https://a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "ten", "1.5", "99999999999"})
  void aNumberThatCannotBeUsedIsRefusedWithItsRange(String value) {
    Environment environment = new Environment(Map.of("PROVIDER_BUDGET_SHARE", value));

    assertThatThrownBy(() -> environment.integer(Variable.PROVIDER_BUDGET_SHARE, 1, 100, 100))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("PROVIDER_BUDGET_SHARE")
        .hasMessageContaining("\"" + value + "\"")
        .hasMessageContaining("a whole number from 1 to 100");
  }

  @Test
  void aNumberInRangeIsGivenAndAnUnsetOneIsReplaced() {
    Environment environment = new Environment(Map.of("PROVIDER_BUDGET_SHARE", "100"));

    assertThat(environment.requireInteger(Variable.PROVIDER_BUDGET_SHARE, 1, 100)).isEqualTo(100);
    assertThat(environment.integer(Variable.PROVIDER_DAILY_LIMIT, 1, 9999, 2500)).isEqualTo(2500);
    assertThatThrownBy(() -> environment.requireInteger(Variable.PROVIDER_DAILY_LIMIT, 1, 9999))
        .isInstanceOf(MissingConfigurationException.class);
  }

  @Test
  void aSwitchIsTrueOrFalseAndNothingElse() {
    assertThat(flag("true")).isTrue();
    assertThat(flag("false")).isFalse();
    assertThat(flag("")).isTrue();
    assertThatThrownBy(() -> flag("yes"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("SYNC_ENABLED is \"yes\" but must be true or false");
  }

  private static boolean flag(String value) {
    return new Environment(Map.of("SYNC_ENABLED", value)).flag(Variable.SYNC_ENABLED, true);
  }

  @Test
  void aListHasNoEmptyEntries() {
    Environment environment = new Environment(Map.of("ALLOWED_ORIGINS", "https://a, ,https://b,"));

    assertThat(environment.list(Variable.ALLOWED_ORIGINS))
        .containsExactly("https://a", "https://b");
    assertThat(environment.list(Variable.JWT_ISSUER)).isEmpty();
  }

  @Test
  void numbersByNameKeepTheirOrder() {
    Environment environment =
        new Environment(Map.of("PROVIDER_BUDGET_FLOORS", "sms=100, event=250"));

    assertThat(environment.numbersByName(Variable.PROVIDER_BUDGET_FLOORS))
        .containsExactly(Map.entry("sms", 100), Map.entry("event", 250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "=5", "sms=", "sms=-1", "sms=many"})
  void numbersByNameOfAnotherFormAreRefused(String value) {
    Environment environment = new Environment(Map.of("PROVIDER_BUDGET_FLOORS", value));

    assertThatThrownBy(() -> environment.numbersByName(Variable.PROVIDER_BUDGET_FLOORS))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("PROVIDER_BUDGET_FLOORS");
  }
}
