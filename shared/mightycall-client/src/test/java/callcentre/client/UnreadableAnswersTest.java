package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none: nothing is ever made up from them. */
@ExtendWith(CloudExtension.class)
class UnreadableAnswersTest {

  private static final FaultMatch NUMBERS = FaultMatch.at("GET", ClientHarness.NUMBERS);

  private final ClientHarness harness;
  private final MightyCallClient client;

  UnreadableAnswersTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void aSentenceWithATimeIsTheSendersLimitAndNeverClosesTheBudget() {
    harness.simulator().add(Fault.status(429, NUMBERS).withBody(Samples.read("messages-send-429")));
    harness.simulator().clock().setNow(Instant.parse("2026-09-14T18:00:00Z"));

    MightyCallException failed = failure();

    assertThat(failed.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(failed.retryAt()).contains(Instant.parse("2026-09-14T19:04:00Z"));
    assertThat(harness.process().budget().snapshot().closed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"MALFORMED", "EMPTY"})
  void aSuccessThatCannotBeReadIsAnErrorAndNeverAnEmptyList(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, NUMBERS));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(listRequests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"text\"",
        "{\"data\":null}",
        "{\"data\":{}}",
        "{\"data\":{\"phoneNumbers\":{}}}",
        "{\"data\":{\"phoneNumbers\":[1]}}",
        "{\"data\":{\"phoneNumbers\":[]},\"isSuccess\":false}",
        "<html></html>",
      })
  void anAnswerOfAnotherShapeIsAnErrorAndNeverAnEmptyList(String body) {
    harness.simulator().add(Fault.status(200, NUMBERS).withBody(body));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @Test
  void aBodyWithoutEndIsNotReadToTheEnd() {
    harness
        .simulator()
        .add(Fault.status(200, NUMBERS.times(1)).withBody(" ".repeat(9 * 1024 * 1024)));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(client.phoneNumbers().list(harness.context()).numbers()).hasSize(4);
  }

  @Test
  void redirectsAreNotFollowed() {
    harness.simulator().add(Fault.status(302, NUMBERS));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(listRequests()).isEqualTo(1);
  }

  @Test
  void aMessageNamesOperationAndStatusAndNeverTheBody() {
    harness
        .simulator()
        .add(
            Fault.status(400, NUMBERS)
                .withBody("{\"message\":\"number +13125550199 of key 0b7e4f52 is odd\"}"));

    assertThat(failure().getMessage())
        .contains("GET /phonenumbers", "400")
        .doesNotContain("5550199", "0b7e4f52", "odd");
  }

  private MightyCallException failure() {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.phoneNumbers().list(harness.context()));
  }

  private long listRequests() {
    return harness.simulator().requests().count("GET", ClientHarness.NUMBERS);
  }

  private int used() {
    return harness.process().budget().snapshot().used();
  }
}
