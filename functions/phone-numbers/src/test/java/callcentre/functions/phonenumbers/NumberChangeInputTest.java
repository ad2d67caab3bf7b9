package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.AssignmentChange;
import callcentre.storage.numbers.NumberAssignmentRepository;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change refuses: with the field, and without having changed anything. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberChangeInputTest {

  private int numbers;
  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north");
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|body",
        "{\"label\":\"\"}|label",
        "{\"label\":\"  \"}|label",
        "{\"label\":7}|label",
        "{\"orgId\":\"a b\"}|orgId",
        "{\"orgId\":[]}|orgId",
        "{\"orgId\":\"nowhere\"}|orgId",
        "{\"effectiveFrom\":\"2026-11-01T00:00:00Z\"}|effectiveFrom",
        "{\"orgId\":\"north\",\"effectiveFrom\":\"yesterday\"}|effectiveFrom",
        "{\"orgId\":\"north\",\"effectiveFrom\":null}|effectiveFrom",
        "{\"orgId\":\"north\",\"effectiveFrom\":1790000000}|effectiveFrom",
        "{\"orgId\":\"north\",\"effectiveFrom\":\"2027-11-01T00:00:00Z\"}|effectiveFrom",
        "{\"orgId\":\"north\",\"effectiveFrom\":\"1969-12-31T23:59:59Z\"}|effectiveFrom",
        "{\"owner\":\"north\"}|owner",
        "{\"label\":\"a\",\"label\":\"b\"}|body",
        "{\"label\":\"a\"|body",
        "[]|body",
      })
  void badInputNamesItsFieldAndChangesNothing(String body, String field) {
    PhoneNumber number = next("Main");
    stage.api.requests().reset();
    Answer answer = patch(number, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
    assertThat(stage.stored(number).labelOverride()).isEmpty();
    assertThat(changes(number)).isEmpty();
  }

  @Test
  void aLabelHasAtMost120Characters() {
    PhoneNumber number = next("Main");
    assertThat(patch(number, "{\"label\":\"" + "é".repeat(120) + "\"}").status()).isEqualTo(200);
    assertThat(patch(number, "{\"label\":\"" + "é".repeat(121) + "\"}").errorFields())
        .isEqualTo("label");
    assertThat(patch(number, "{\"label\":\"two\\nlines\"}").errorFields()).isEqualTo("label");
  }

  @Test
  void anUnknownOrganisationChangesNothingNotEvenTheLabel() {
    PhoneNumber number = next("Main");
    Answer answer = patch(number, "{\"label\":\"Ours\",\"orgId\":\"nowhere\"}");
    assertThat(answer.errorFields()).isEqualTo("orgId");
    assertThat(stage.stored(number).labelOverride()).isEmpty();
  }

  @Test
  void whatIsNoNumberIs400() {
    Answer answer = patch("twelve", "{\"label\":\"x\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("number");
  }

  private PhoneNumber next(String label) {
    return stage.number("+1202555%04d".formatted(++numbers), label);
  }

  private List<AssignmentChange> changes(PhoneNumber number) {
    return stage.api.bean(NumberAssignmentRepository.class).changes(number);
  }

  private Answer patch(PhoneNumber number, String body) {
    return patch(number.e164(), body);
  }

  private Answer patch(String number, String body) {
    return stage.api.patch(PATH + "/" + number).as(Callers.admin()).body(body).send();
  }
}
