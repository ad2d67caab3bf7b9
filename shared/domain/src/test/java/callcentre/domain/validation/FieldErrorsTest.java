package callcentre.domain.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

  @Test
  void everyMistakeIsNamedWithItsWholePath() {
    FieldErrors errors = new FieldErrors();
    errors.requireBetween(0, 1, 200, "limit");
    assertThat(errors.within("settings", FieldErrorsTest::broken)).isEmpty();
    assertThat(errors.within("settings.holidays[3]", () -> "fine")).contains("fine");

    assertThatThrownBy(errors::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidFieldsException.class,
            invalid ->
                assertThat(invalid.errors())
                    .containsExactly(
                        new FieldError("limit", "must be between 1 and 200"),
                        new FieldError("settings.to", "must be later"),
                        new FieldError("settings[2]", "is too much"),
                        new FieldError("settings", "is odd")))
        .hasMessageContaining("limit: must be between 1 and 200");
  }

  @Test
  void nothingIsThrownWhenNothingIsWrong() {
    FieldErrors errors = new FieldErrors().requireBetween(200, 1, 200, "limit");

    assertThat(errors.isEmpty()).isTrue();
    assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
  }

  private static String broken() {
    throw new InvalidFieldsException(
        List.of(
            new FieldError("to", "must be later"),
            new FieldError("[2]", "is too much"),
            new FieldError("", "is odd")));
  }
}
