package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.account.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest extends SimulatorTest {

  private String token;

  @BeforeEach
  void signIn() {
    token = caller.accessToken();
  }

  @Test
  void theDemoAccountHasItsFourNumbersOneOfThemBadlyWritten() {
    assertThat(numbers())
        .containsExactly(
            "+13123194556 GenX",
            "+17323286846 VictorySync 2",
            "+18482161220 VictorySync 1",
            "8482161220 Test");
  }

  @Test
  void theTotalIsTheNumberOfNumbers() {
    JsonNode data = caller.get("/v4/api/phonenumbers", token).json().path("data");
    assertThat(data.path("total").asInt()).isEqualTo(4);
  }

  @Test
  void oneNumberIsTheFirstThatContainsTheDigits() {
    assertThat(labelOf("17323286846")).isEqualTo("VictorySync 2");
    assertThat(labelOf("8482161220")).isEqualTo("VictorySync 1");
    assertThat(labelOf("2")).isEqualTo("GenX");
  }

  @Test
  void unknownOrMalformedDigitsAreNumberNotFound() {
    for (String wrong : List.of("99999", "+13123194556", "%2B13123194556", "131231945567", "abc")) {
      Caller.Reply reply = caller.get("/v4/api/phonenumbers/" + wrong, token);
      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.json().path("message").asText()).isEqualTo("Number not found");
    }
  }

  @Test
  void aDeletedNumberIsGoneFromTheList() {
    assertThat(caller.deleteNumbers(token, "[\"8482161220\"]").status()).isEqualTo(200);

    assertThat(numbers()).hasSize(3).noneMatch(number -> number.startsWith("8482161220"));
  }

  @Test
  void aNumberIsDeletedOnlyAsItIsWritten() {
    assertThat(caller.deleteNumbers(token, "[\"18482161220\"]").status()).isEqualTo(400);
    assertThat(numbers()).hasSize(4);
  }

  @Test
  void aNumberNamedTwiceIsDeletedOnce() {
    Caller.Reply reply = caller.deleteNumbers(token, "[\"8482161220\",\"8482161220\"]");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.json().findValuesAsText("status")).containsExactly("del", "fdel");
  }

  @Test
  void anEmptyArrayDeletesNothing() {
    Caller.Reply reply = caller.deleteNumbers(token, "[]");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().isArray()).isTrue();
    assertThat(numbers()).hasSize(4);
  }

  @Test
  void aBodyThatIsNoArrayIsAnInvalidRequest() {
    for (String wrong : List.of("{}", "\"8482161220\"", "[{}]", "[", "")) {
      Caller.Reply reply = caller.deleteNumbers(token, wrong);
      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.json().path("message").asText()).isEqualTo("The request is invalid.");
      assertThat(reply.json().path("modelState").path("phoneNumbers").isArray()).isTrue();
    }
    assertThat(numbers()).hasSize(4);
  }

  @Test
  void aBodyOfAnotherMediaTypeIsUnsupported() {
    Caller.Reply reply =
        caller.json(
            caller
                .signed("/v4/api/phonenumbers", token)
                .header("Content-Type", "text/plain; charset=utf-8")
                .method("DELETE", BodyPublishers.ofString("[\"8482161220\"]")));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().path("message").asText())
        .isEqualTo(
            "The request entity's media type 'text/plain' is not supported for this resource.");
    assertThat(numbers()).hasSize(4);
  }

  @Test
  void absentFieldsAreNullAsInTheSamples() {
    simulator.account().replaceNumbers(List.of(PhoneNumber.of("+12125550147", "Main line")));

    JsonNode number = caller.get("/v4/api/phonenumbers/212", token).json().path("data");
    assertThat(number.path("description").isNull()).isTrue();
  }

  private List<String> numbers() {
    List<String> numbers = new ArrayList<>();
    caller
        .get("/v4/api/phonenumbers", token)
        .json()
        .path("data")
        .path("phoneNumbers")
        .forEach(n -> numbers.add(n.path("number").asText() + " " + n.path("label").asText()));
    return numbers;
  }

  private String labelOf(String digits) {
    return caller
        .get("/v4/api/phonenumbers/" + digits, token)
        .json()
        .path("data")
        .path("label")
        .asText();
  }
}
