package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.json.ProviderWord;
import callcentre.client.numbers.NumberDeletion;
import callcentre.client.numbers.NumberList;
import callcentre.client.numbers.ProviderNumber;
import callcentre.client.numbers.SmsMode;
import callcentre.client.profile.Profile;
import callcentre.client.profile.ProfileRole;
import callcentre.client.profile.UserStatus;
import callcentre.client.team.Team;
import callcentre.client.team.TeamMember;
import callcentre.client.team.TeamUnit;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class FamiliesTest {

  private static final PhoneNumber GENX = PhoneNumber.parse("+13123194556");

  private final ClientHarness harness;
  private final MightyCallClient client;

  FamiliesTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void theDemoAccountsNumbersAreListedAsTheProviderWritesThem() {
    NumberList list = client.phoneNumbers().list(harness.context());

    assertThat(list.isComplete()).isTrue();
    assertThat(list.numbers())
        .extracting(ProviderNumber::number)
        .containsExactly("+13123194556", "+17323286846", "+18482161220", "8482161220");
    assertThat(list.numbers().getFirst().toListed().label()).contains("GenX");
  }

  @Test
  void everyFieldOfANumberIsRead() {
    answer("GET", ClientHarness.NUMBERS, 200, Samples.read("phonenumbers-list-200"));

    NumberList list = client.phoneNumbers().list(harness.context());

    assertThat(list.total()).contains(2L);
    ProviderNumber first = list.numbers().getFirst();
    assertThat(first.number()).isEqualTo("+12125550147");
    assertThat(first.label()).contains("Main line");
    assertThat(first.description()).isEmpty();
    assertThat(first.enabled()).isTrue();
    assertThat(first.primary()).isTrue();
    assertThat(first.tollFree()).isFalse();
    assertThat(first.international()).isFalse();
    assertThat(first.smsMode().orElseThrow().is(SmsMode.ENABLED)).isTrue();
    assertThat(first.messagingVerified()).isTrue();
    assertThat(first.mmsEnabled()).isTrue();
    assertThat(first.recordingMode()).contains("Both, OutgoingBeepDisabled");
    assertThat(first.mayText()).isTrue();
    assertThat(first.mayCall()).isTrue();
    assertThat(list.numbers().getLast().smsMode().orElseThrow().is(SmsMode.CAPABLE)).isTrue();
  }

  @Test
  void whatANumberLacksIsAbsentAndWhatIsNewIsKeptOrIgnored() {
    answer(
        "GET",
        ClientHarness.NUMBERS,
        200,
        "{\"data\":{\"phoneNumbers\":[{\"number\":\"8482161220\",\"smsMode\":\"Pending\","
            + "\"isEnabled\":null,\"label\":\" \",\"colour\":{\"x\":1}},{\"label\":\"lost\"}],"
            + "\"total\":\"2\"}}");

    NumberList list = client.phoneNumbers().list(harness.context());

    assertThat(list.unreadable()).isEqualTo(1);
    assertThat(list.isComplete()).isFalse();
    ProviderNumber number = list.numbers().getFirst();
    assertThat(number.label()).isEmpty();
    assertThat(number.enabled()).isFalse();
    assertThat(number.smsMode()).contains(new ProviderWord<SmsMode>("Pending", Optional.empty()));
  }

  @Test
  void aListThatIsShorterThanItsTotalIsNotComplete() {
    answer(
        "GET",
        ClientHarness.NUMBERS,
        200,
        "{\"data\":{\"phoneNumbers\":[],\"total\":4},\"isSuccess\":true}");

    assertThat(client.phoneNumbers().list(harness.context()).isComplete()).isFalse();
  }

  @Test
  void oneNumberIsFoundByItsDigits() {
    assertThat(client.phoneNumbers().find(GENX, harness.context()).orElseThrow().label())
        .contains("GenX");
    assertThat(harness.simulator().requests().records().getLast().path())
        .isEqualTo("/v4/api/phonenumbers/13123194556");
  }

  @Test
  void aNumberThatOnlyContainsTheDigitsIsNotTheOneAskedFor() {
    answer("GET", "/v4/api/phonenumbers/{phoneNumber}", 200, Samples.read("phonenumbers-get-200"));

    assertThat(client.phoneNumbers().find(GENX, harness.context())).isEmpty();
  }

  @Test
  void anUnknownNumberIsEmptyAlthoughTheProviderSays400() {
    assertThat(client.phoneNumbers().find(PhoneNumber.parse("+12125550199"), harness.context()))
        .isEmpty();
  }

  @Test
  void deletedNumbersAreToldOneByOne() {
    List<NumberDeletion> deleted =
        client.phoneNumbers().delete(List.of("+13123194556"), harness.context());

    assertThat(deleted).singleElement().matches(NumberDeletion::isDeleted);
    assertThat(harness.simulator().account().data().numbers()).hasSize(3);
  }

  @Test
  void aDeletionThatFailsForAllOrSomeIsAnAnswerToo() {
    answer("DELETE", ClientHarness.NUMBERS, 202, Samples.read("phonenumbers-delete-202"));
    answer("DELETE", ClientHarness.NUMBERS, 400, Samples.read("phonenumbers-delete-400"));

    assertThat(delete()).extracting(NumberDeletion::isDeleted).containsExactly(false, true);
    assertThat(delete()).extracting(NumberDeletion::isDeleted).containsExactly(false, false);
  }

  @Test
  void aDeletionThatIsRefusedAsAWholeIsAnError() {
    answer("DELETE", ClientHarness.NUMBERS, 400, "{\"message\":\"The request is invalid.\"}");

    assertThatThrownBy(this::delete)
        .isInstanceOfSatisfying(
            MightyCallException.class,
            failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.INVALID));
  }

  @Test
  void theTeamIsRead() {
    answer("GET", ClientHarness.TEAM, 200, Samples.read("team-200"));

    Team team = client.team().get(harness.context());

    assertThat(team.users())
        .extracting(TeamMember::fullName)
        .containsExactly("Maria Lopez", "Sam Reed");
    assertThat(team.users().getFirst().role()).isEmpty();
    assertThat(team.groups())
        .containsExactly(new TeamUnit("8b3f4e5d-6c7b-4a98-9da2-3c4d5e6f7081", "Front desk"));
    assertThat(team.vmboxes()).extracting(TeamUnit::name).containsExactly("General Voicemail Box");
  }

  @Test
  void aTeamInsideAnEnvelopeIsReadAsWell() {
    answer("GET", ClientHarness.TEAM, 200, "{\"data\":" + Samples.read("team-200") + "}");

    assertThat(client.team().get(harness.context()).users()).hasSize(2);
  }

  @Test
  void theKeysOwnProfileIsRead() {
    Profile own = client.profile().own(harness.context());

    assertThat(own.fullName()).isEqualTo("Maria Lopez");
    assertThat(own.extension()).contains("101");
    assertThat(own.email()).contains("maria.lopez.101@harbordental.example");
    assertThat(own.role().orElseThrow().is(ProfileRole.ADMIN)).isTrue();
  }

  @Test
  void aProfileIsFoundByExtensionAndAMissIsEmpty() {
    assertThat(client.profile().find(new Extension("102"), harness.context()).orElseThrow())
        .extracting(Profile::fullName)
        .isEqualTo("Sam Reed");
    assertThat(client.profile().find(new Extension("199"), harness.context())).isEmpty();
  }

  @Test
  void theStatusIsReadAndSetWithALengthOfNothing() {
    assertThat(client.profile().status(harness.context()).is(UserStatus.AVAILABLE)).isTrue();

    // The simulator answers 411 to a PUT without Content-Length, as IIS does.
    assertThat(client.profile().setStatus(UserStatus.DND, harness.context()).is(UserStatus.DND))
        .isTrue();
    assertThat(client.profile().status(harness.context()).is(UserStatus.DND)).isTrue();
  }

  @Test
  void aPingNeedsNoToken() {
    assertThat(client.ping().ping(harness.context())).isEqualTo("3");
    assertThat(harness.tokenRequests()).isZero();
  }

  private List<NumberDeletion> delete() {
    return client.phoneNumbers().delete(List.of("+12125550147", "+18445550162"), harness.context());
  }

  private void answer(String method, String path, int status, String body) {
    harness
        .simulator()
        .add(Fault.status(status, FaultMatch.at(method, path).times(1)).withBody(body));
  }
}
