package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlInputTest extends SimulatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  | /clock       | {}                                        | now, advance, frozen",
        "PUT  | /clock       | {\"now\":\"tomorrow\"}                    | now must be a time",
        "PUT  | /clock       | {\"advance\":60}                          | advance must be a text",
        "PUT  | /clock       | {\"advance\":\"1 hour\"}                  | PT24H",
        "PUT  | /clock       | {\"advance\":\"PT999999999H\"}            | 2100",
        "PUT  | /clock       | {\"froze\":true}                          | Unknown field froze",
        "PUT  | /clock       | []                                        | JSON object",
        "PUT  | /clock       | {\"now\"                                  | not JSON",
        "POST | /faults      | {}                                        | kind must be one of",
        "POST | /faults      | {\"kind\":\"explode\"}                    | kind must be one of",
        "POST | /faults      | {\"kind\":\"status\"}                     | needs a status",
        "POST | /faults      | {\"kind\":\"drop\",\"status\":99}         | 200 to 599",
        "POST | /faults      | {\"kind\":\"drop\",\"match\":{\"times\":0}} | match.times must be",
        "POST | /faults      | {\"kind\":\"drop\",\"match\":{\"url\":\"x\"}} | Unknown field match.url",
        "PUT  | /settings    | {\"daily_limit\":-1}                      | daily_limit must be",
        "PUT  | /settings    | {\"spent_status\":418}                    | 429, 403, 400",
        "PUT  | /settings    | {\"spent_status\":404}                    | 429, 403, 400",
        "PUT  | /settings    | {\"host_kind\":\"sandbox\"}               | contact-center",
        "PUT  | /credentials | {}                                        | api_key, user_key",
        "PUT  | /credentials | {\"user_key\":{\"user\":\"999\"}}         | extension or id",
        "PUT  | /credentials | {\"api_key\":\" \"}                       | not blank",
        "PUT  | /numbers     | {}                                        | numbers must be",
        "PUT  | /numbers     | {\"numbers\":[{\"label\":\"x\"}]}         | numbers[0].number",
        "PUT  | /numbers     | {\"numbers\":[7]}                         | numbers[0] must be",
        "PUT  | /users       | {}                                        | users, groups, vmboxes",
        "PUT  | /users       | {\"users\":[{\"first_name\":\"A\"}]}      | last_name",
      })
  void badControlInputIsRefusedWithWhatIsExpected(
      String method, String path, String body, String expected) {
    Caller.Reply reply = caller.control(method, path, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("message").asText()).contains(expected);
  }

  @Test
  void badControlInputChangesNothing() {
    JsonNode before = caller.control("GET", "/settings", "").json();

    caller.control("PUT", "/settings", "{\"daily_limit\":1,\"spent_status\":404}");
    caller.control("PUT", "/clock", "{\"frozen\":true,\"advance\":\"soon\"}");
    caller.control("PUT", "/clock", "{\"frozen\":true,\"now\":\"1999-12-31T23:59:59Z\"}");

    assertThat(caller.control("GET", "/settings", "").json()).isEqualTo(before);
    assertThat(simulator.clock().frozen()).isFalse();
  }
}
