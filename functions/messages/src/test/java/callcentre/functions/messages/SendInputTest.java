package callcentre.functions.messages;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.SmsAttachments;
import callcentre.storage.sms.StoredFile;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code POST …/send-sms} refuses, and up to where it takes what it is given. */
@ExtendWith(CloudExtension.class)
class SendInputTest {

  private static final Principal NORTH = Callers.manager("north");

  private MessagesStage stage;

  @BeforeEach
  void open(Cloud cloud) {
    stage = MessagesStage.in(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void filesAtTheLimitAreKeptExactlyAndAByteMoreIsTooLarge() {
    byte[] bytes = new byte[1_048_576 - 10];
    new Random(3).nextBytes(bytes);
    String data = Base64.getEncoder().encodeToString(bytes);
    Answer answer = stage.send(NORTH, withFiles(data, "AAAAAAAAAAAAAA==")).send();

    String batch = MessagesStage.sentId(answer).split("-", 3)[1];
    assertThat(stage.api.bean(SmsAttachments.class).find(batch, 2))
        .contains(
            List.of(
                new StoredFile("map.png", data), new StoredFile("note.txt", "AAAAAAAAAAAAAA==")));

    Answer larger = stage.send(NORTH, withFiles(data, "AAAAAAAAAAAAAAA=")).send();
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.error()).isEqualTo("payload_too_large");
    assertThat(stage.takeQueued()).hasSize(1);
  }

  @Test
  void onlyANumberThatCanSendIsASender() {
    stage.number(Facts.MAIN, attributes("Capable", true));
    assertRefused(MessagesStage.body(Facts.MAIN, "x", Facts.CLIENT), 400, "from");
    stage.number(Facts.MAIN, attributes("Enabled", false));
    assertRefused(withFiles("AAAA", "AAAA"), 400, "attachments");
    stage.removed(Facts.MAIN);
    assertRefused(MessagesStage.body(Facts.MAIN, "x", Facts.CLIENT), 409, "");
  }

  @Test
  void aForeignNumberAnswersLikeOneThatDoesNotExist() {
    Answer foreign = stage.send(NORTH, MessagesStage.body(Facts.OTHER, "x", Facts.CLIENT)).send();
    Answer unknown =
        stage
            .send(NORTH, MessagesStage.body(new PhoneNumber("+12125550199"), "x", Facts.CLIENT))
            .send();
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.json().get("detail")).isEqualTo(foreign.json().get("detail"));

    stage.assign(Facts.OTHER, "north", Optional.of(stage.clock.instant()));
    assertThat(
            stage.send(NORTH, MessagesStage.body(Facts.OTHER, "x", Facts.CLIENT)).send().status())
        .isEqualTo(202);
  }

  @Test
  void anOrganisationThatIsNamedMustOwnTheSender() {
    String body = MessagesStage.body(Facts.MAIN, "x", Facts.CLIENT);
    assertThat(stage.send(NORTH, withOrganisation(body, "south")).send().status()).isEqualTo(404);
    Answer wrong = stage.send(Callers.admin(), withOrganisation(body, "south")).send();
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.errorFields()).isEqualTo("orgId");
    assertThat(stage.send(NORTH, withOrganisation(body, "north")).send().status()).isEqualTo(202);
  }

  @Test
  void anAgentSendsAsItselfAndSeesItsMessage() {
    Principal agent = stage.agent("maria", "101", "2026-01-01T00:00:00Z", "north");
    String id = stage.sent(agent, "from Maria");

    assertThat(stage.message(id).extension()).contains(new Extension("101"));
    assertThat(stage.get(MessagesStage.LOGS + "/" + id, agent).status()).isEqualTo(200);
    Principal without = Callers.withId(Callers.of(Role.AGENT, "north"), "new");
    assertThat(
            stage.send(without, MessagesStage.body(Facts.MAIN, "x", Facts.CLIENT)).send().status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|from,to,message",
        "{'from':'+12125550147','to':'twelve','message':'x'}|to",
        "{'from':'+12125550147','to':['+19175550188','12'],'message':'x'}|to[1]",
        "{'from':'+12125550147','to':'+12125550147','message':'x'}|to",
        "{'from':'+12125550147','to':[],'message':'x'}|to",
        "{'from':'+12125550147','to':[null],'message':'x'}|to[0]",
        "{'from':'+12125550147','to':'+19175550188','message':'  '}|message",
        "{'from':'+12125550147','to':'+19175550188','message':7}|message",
        "{'from':'+12125550147','to':'+19175550188','text':'x'}|text",
        "{'from':'+12125550147','to':'+19175550188','attachments':[{'name':'../a','data':'AAAA'}]}"
            + "|attachments[0].name",
        "{'from':'+12125550147','to':'+19175550188','attachments':[{'name':'a','data':'data:x'}]}"
            + "|attachments[0].data",
      })
  void badInputNamesItsField(String body, String fields) {
    Answer answer = stage.send(NORTH, body.replace('\'', '"')).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(fields);
    assertThat(stage.takeQueued()).isEmpty();
  }

  @Test
  void aTextOfSixteenHundredCharactersIsTheLongest() {
    assertThat(
            stage
                .send(NORTH, MessagesStage.body(Facts.MAIN, "x".repeat(1_600), Facts.CLIENT))
                .send()
                .status())
        .isEqualTo(202);
    assertThat(stage.takeQueued()).hasSize(1);
    assertRefused(MessagesStage.body(Facts.MAIN, "x".repeat(1_601), Facts.CLIENT), 400, "message");
  }

  private void assertRefused(String body, int status, String fields) {
    Answer answer = stage.send(NORTH, body).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.errorFields()).isEqualTo(fields);
    assertThat(stage.takeQueued()).isEmpty();
  }

  private static NumberAttributes attributes(String smsMode, boolean mms) {
    return new NumberAttributes(true, false, false, false, smsMode, mms, true, "None");
  }

  private static String withOrganisation(String body, String organisation) {
    return body.replaceFirst("\\{", "{\"orgId\":\"" + organisation + "\",");
  }

  private static String withFiles(String first, String second) {
    return ("{\"from\":\"%s\",\"to\":[\"%s\"],\"attachments\":[{\"name\":\"map.png\",\"data\":\"%s\"},"
            + "{\"name\":\"note.txt\",\"data\":\"%s\"}]}")
        .formatted(Facts.MAIN, Facts.CLIENT, first, second);
  }
}
