package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.numbers.AssignmentChange;
import callcentre.storage.numbers.NumberAssignmentRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberChangeTest {

  private static final OrganisationId NORTH = new OrganisationId("north");
  private static final OrganisationId SOUTH = new OrganisationId("south");

  private final AtomicInteger numbers = new AtomicInteger();
  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north", "south");
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8482161220",
        "848-216-1220",
        "%2B1%20(848)%20216-1220",
        "18482161220",
        "+18482161220",
        "%2B18482161220",
        "%2018482161220"
      })
  void aNumberIsFoundInAnyOfItsForms(String written) {
    stage.number("+18482161220", "Main");
    Answer answer = patch(written, "{\"label\":\"Sales\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("number").asText()).isEqualTo("+18482161220");
  }

  @Test
  void aLabelSetHereWinsUntilItIsSetToNull() {
    PhoneNumber number = next("Provider's");
    Answer set = patch(number, "{\"label\":\"Ours\"}");
    assertThat(set.json().get("label").asText()).isEqualTo("Ours");
    assertThat(set.json().get("provider_label").asText()).isEqualTo("Provider's");
    Answer cleared = patch(number, "{\"label\":null}");
    assertThat(cleared.json().get("label").asText()).isEqualTo("Provider's");
  }

  @Test
  void whatIsLeftOutStaysAsItIs() {
    PhoneNumber number = next("Main");
    patch(number, "{\"label\":\"Ours\",\"orgId\":\"north\"}");
    Answer labelled = patch(number, "{\"label\":\"Other\"}");
    assertThat(labelled.json().get("orgId").asText()).isEqualTo("north");
    assertThat(labelled.json().get("orgName").asText()).isEqualTo("Name of north");
    Answer moved = patch(number, "{\"orgId\":\"south\"}");
    assertThat(moved.json().get("label").asText()).isEqualTo("Other");
    assertThat(moved.json().get("orgName").asText()).isEqualTo("Name of south");
  }

  @Test
  void theFirstAssignmentReachesBackToTheBeginningAndALaterOneStartsNow() {
    PhoneNumber number = next("Main");
    patch(number, "{\"orgId\":\"north\"}");
    Instant moved = stage.clock.instant();
    patch(number, "{\"orgId\":\"south\"}");
    assertThat(ownership(number).ownerAt(Instant.EPOCH)).contains(NORTH);
    assertThat(ownership(number).ownerAt(moved.minusSeconds(1))).contains(NORTH);
    assertThat(ownership(number).ownerAt(moved)).contains(SOUTH);
  }

  @Test
  void movingANumberNeverHandsOverItsPast() {
    PhoneNumber number = next("Main");
    patch(number, "{\"orgId\":\"north\"}");
    stage.clock.pass(Duration.ofDays(3));
    Instant moved = stage.clock.instant();
    patch(number, "{\"orgId\":\"south\"}");
    stage.clock.pass(Duration.ofDays(3));
    patch(number, "{\"orgId\":\"north\"}");
    Instant back = stage.clock.instant();
    var south =
        stage
            .api
            .bean(NumberAssignmentRepository.class)
            .directory()
            .numbers()
            .scopeOf(java.util.Set.of(SOUTH));
    assertThat(south.contains(number, moved.minusSeconds(1))).isFalse();
    assertThat(south.contains(number, moved)).isTrue();
    assertThat(south.contains(number, back.minusSeconds(1))).isTrue();
    assertThat(south.contains(number, back)).isFalse();
  }

  @Test
  void nullTakesANumberFromEverybody() {
    PhoneNumber number = next("Main");
    patch(number, "{\"orgId\":\"north\"}");
    Answer answer = patch(number, "{\"orgId\":null}");
    assertThat(answer.json().get("orgId").isNull()).isTrue();
    assertThat(ownership(number).currentOwner()).isEmpty();
    assertThat(ownership(number).ownerAt(stage.clock.instant().minusSeconds(1))).contains(NORTH);
  }

  @Test
  void anExplicitStartCorrectsTheRecord() {
    PhoneNumber number = next("Main");
    patch(number, "{\"orgId\":\"north\"}");
    Answer answer =
        patch(number, "{\"orgId\":\"south\",\"effectiveFrom\":\"2026-11-01T00:00:00Z\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(ownership(number).ownerAt(Instant.parse("2026-10-31T23:59:59Z"))).contains(NORTH);
    assertThat(ownership(number).ownerAt(Instant.parse("2026-11-01T00:00:00Z"))).contains(SOUTH);
  }

  @Test
  void everyChangeOfAnOwnerIsKeptWithWhoMadeItAndWhatWasBefore() {
    PhoneNumber number = next("Main");
    Principal ann = Callers.withId(Callers.admin(), "ann");
    Principal bob = Callers.withId(Callers.admin(), "bob");
    patch(number, "{\"orgId\":\"north\"}", ann);
    NumberOwnership before = ownership(number);
    patch(number, "{\"orgId\":\"south\",\"effectiveFrom\":\"2026-11-01T00:00:00Z\"}", bob);
    List<AssignmentChange> changes = changes(number);
    assertThat(changes).extracting(AssignmentChange::actor).containsExactly("ann", "bob");
    assertThat(changes.getLast().before()).isEqualTo(before);
    assertThat(changes.getLast().owner()).contains(SOUTH);
    assertThat(changes.getLast().effectiveFrom()).contains(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Test
  void aNumberThatIsGoneAtTheProviderCanStillBeAssignedForItsHistory() {
    PhoneNumber number = next("Main");
    stage.remove(number);
    Answer answer = patch(number, "{\"orgId\":\"north\"}");
    assertThat(answer.json().get("orgId").asText()).isEqualTo("north");
    assertThat(answer.json().get("removed_at").isNull()).isFalse();
  }

  @Test
  void aNumberThatTheAccountNeverHadIs404() {
    Answer answer = patch("+12125550199", "{\"label\":\"x\"}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
  }

  @Test
  void nobodyButAnAdministratorChangesAnything() {
    PhoneNumber number = next("Main");
    stage.assign(number, "north");
    stage.api.requests().reset();
    for (Principal caller :
        List.of(Callers.orgAdmin("north"), Callers.manager("north"), Callers.agent("north"))) {
      Answer answer = patch(number, "{\"orgId\":\"south\"}", caller);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.error()).isEqualTo("unauthorized");
    }
    assertThat(stage.api.requests().total()).isZero();
  }

  private PhoneNumber next(String label) {
    return stage.number("+1202555%04d".formatted(numbers.incrementAndGet()), label);
  }

  private NumberOwnership ownership(PhoneNumber number) {
    return stage.api.bean(NumberAssignmentRepository.class).ownership(number);
  }

  private List<AssignmentChange> changes(PhoneNumber number) {
    return stage.api.bean(NumberAssignmentRepository.class).changes(number);
  }

  private Answer patch(PhoneNumber number, String body) {
    return patch(number, body, Callers.admin());
  }

  private Answer patch(PhoneNumber number, String body, Principal caller) {
    return stage.api.patch(PATH + "/" + number.e164()).as(caller).body(body).send();
  }

  private Answer patch(String number, String body) {
    return stage.api.patch(PATH + "/" + number).as(Callers.admin()).body(body).send();
  }
}
