package callcentre.functions.users;

import static callcentre.functions.users.UsersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.people.RosterRepository;
import callcentre.storage.people.UserRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class UserChangeTest {

  private UsersStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = UsersStage.in(cloud);
    stage.user("boss", "platform_admin", "", "null");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aNewUserIs201AndAReplacedOneHasOnlyWhatWasSent() {
    Answer created = stage.user("auth0%7Cann", "agent", "\"south\",\"north\"", "\"101\"");
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    assertThat(created.json().get("id").asText()).isEqualTo("auth0|ann");
    assertThat(created.json().get("organisations").toString()).isEqualTo("[\"north\",\"south\"]");
    Answer replaced =
        stage.put("auth0%7Cann", "{\"role\":\"none\",\"display_name\":\"Ann\",\"email\":\"a@b\"}");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.json().get("organisations").isEmpty()).isTrue();
    assertThat(replaced.json().get("extension").isNull()).isTrue();
    assertThat(replaced.json().get("email").asText()).isEqualTo("a@b");
    assertThat(stage.read("auth0%7Cann", Callers.admin()).body()).isEqualTo(replaced.body());
  }

  @Test
  void anotherExtensionEndsTheOldOneNowAndBothAreKept() {
    stage.user("ann", "agent", "", "\"101\"");
    stage.clock.pass(Duration.ofHours(1));
    Answer answer = stage.user("ann", "agent", "", "\"102\"");
    assertThat(answer.json().get("extensions").toString())
        .isEqualTo(
            "[{\"extension\":\"101\",\"from\":\"2026-11-21T10:00:00Z\",\"to\":\"2026-11-21T11:00:00Z\"},"
                + "{\"extension\":\"102\",\"from\":\"2026-11-21T11:00:00Z\",\"to\":null}]");
  }

  @Test
  void whatIsWrongIsNamedByItsField() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("{}", "role,display_name"),
            Map.entry(body("\"role\":\"king\""), "role"),
            Map.entry(body("\"role\":\"agent\",\"organisations\":[\"gone\"]"), "organisations[0]"),
            Map.entry(
                body("\"role\":\"agent\",\"organisations\":[\"north\",\"gone\"]"),
                "organisations[1]"),
            Map.entry(
                body("\"role\":\"agent\",\"organisations\":[\"north\",\"north\"]"),
                "organisations[1]"),
            Map.entry(body("\"role\":\"agent\",\"organisations\":[null]"), "organisations[0]"),
            Map.entry(body("\"role\":\"agent\",\"organisations\":[\"a b\"]"), "organisations[0]"),
            Map.entry(body("\"role\":\"agent\",\"extension\":\"1\""), "extension"),
            Map.entry(body("\"role\":\"agent\",\"extension\":101"), "extension"),
            Map.entry(body("\"role\":\"agent\",\"email\":\"nobody\""), "email"),
            Map.entry(body("\"role\":\"agent\",\"key\":\"x\""), "key"),
            Map.entry("{\"role\":\"agent\",\"display_name\":\" \"}", "display_name"));
    wrong.forEach(
        (body, field) -> {
          Answer answer = stage.put("ann", body);
          assertThat(answer.status()).as(body).isEqualTo(400);
          assertThat(answer.errorFields()).as(body).isEqualTo(field);
        });
    assertThat(stage.put("ann", body("\"role\":\"king\"")).body())
        .contains("platform_admin, org_admin, org_manager, agent, none");
    assertThat(stage.read("ann", Callers.admin()).status()).isEqualTo(404);
  }

  @Test
  void whoIsNotAdministratorOfThePlatformMayChangeNobodyNotEvenItself() {
    for (Principal caller :
        List.of(Callers.orgAdmin("north"), Callers.manager("north"), Callers.agent("north"))) {
      String self = PATH + "/" + caller.userId();
      Answer put = stage.api.put(self).as(caller).body(body("\"role\":\"platform_admin\"")).send();
      assertThat(put.status()).isEqualTo(403);
      assertThat(stage.api.delete(PATH + "/boss").as(caller).send().status()).isEqualTo(403);
    }
  }

  @Test
  void anExtensionOfAnotherUserIs409ThatNamesItUntilItIsFree() {
    stage.user("ann", "agent", "", "\"101\"");
    Answer refused = stage.user("bob", "agent", "", "\"101\"");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).isEqualTo("conflict");
    assertThat(refused.json().get("user_id").asText()).isEqualTo("ann");
    stage.user("ann", "agent", "", "null");
    assertThat(stage.user("bob", "agent", "", "\"101\"").status()).isEqualTo(201);
  }

  @Test
  void ofManyWhoWantOneExtensionAtOnceOneGetsIt() throws Exception {
    List<Callable<Answer>> all =
        IntStream.range(0, 6)
            .<Callable<Answer>>mapToObj(
                at -> () -> stage.user("user-" + at, "agent", "", "\"101\""))
            .toList();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> answer : threads.invokeAll(all)) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
  }

  @Test
  void ofTwoChangesFromTheSameTagOneIs412WithWhatIsStored() throws Exception {
    stage.user("ann", "agent", "", "null");
    String tag = stage.read("ann", Callers.admin()).header("ETag").orElseThrow();
    List<Callable<Answer>> both =
        List.of(() -> putIf(tag, "org_manager"), () -> putIf(tag, "org_admin"));
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Answer> answer : threads.invokeAll(both)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    Answer refused = answers.get(answers.getFirst().status() == 412 ? 0 : 1);
    Answer stored = stage.read("ann", Callers.admin());
    assertThat(refused.json().get("current").toString()).isEqualTo(stored.body());
    assertThat(refused.header("ETag")).isEqualTo(stored.header("ETag"));
    assertThat(
            stage
                .api
                .put(PATH + "/new")
                .as(Callers.admin())
                .header("If-Match", tag)
                .body(body("\"role\":\"agent\""))
                .send()
                .status())
        .isEqualTo(412);
  }

  @Test
  void whatARemovedUserAnsweredIsKeptAndGoesOnWhenItComesBack() {
    stage.user("ann", "agent", "\"north\"", "\"101\"");
    stage.clock.pass(Duration.ofHours(1));
    assertThat(stage.delete("ann").status()).isEqualTo(204);
    assertThat(stage.read("ann", Callers.admin()).status()).isEqualTo(404);
    assertThat(stage.delete("ann").status()).isEqualTo(404);
    RosterRepository rosters = stage.api.bean(RosterRepository.class);
    assertThat(rosters.allFormer()).hasSize(1);
    User former = rosters.findFormer("ann").orElseThrow();
    assertThat(former.currentExtension()).isEmpty();
    assertThat(former.extensionAt(stage.clock.instant().minusSeconds(1))).isPresent();
    assertThat(stage.user("bob", "agent", "", "\"101\"").status()).isEqualTo(201);
    stage.clock.pass(Duration.ofHours(1));
    Answer back = stage.user("ann", "agent", "", "\"102\"");
    assertThat(back.status()).isEqualTo(201);
    assertThat(back.json().get("extensions")).hasSize(2);
    assertThat(rosters.allFormer()).isEmpty();
  }

  @Test
  void aRemovalWhoseAnswerWasLostIsDoneOnce() {
    stage.user("ann", "agent", "", "\"101\"");
    stage.api.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());
    assertThat(stage.delete("ann").status()).isEqualTo(204);
    assertThat(stage.api.bean(RosterRepository.class).allFormer()).hasSize(1);
  }

  @Test
  void moreThan1000UsersIs409() {
    UserRepository users = stage.api.bean(UserRepository.class);
    for (int made = 1; made < RosterRules.MOST; made++) {
      String id = "user-" + made;
      users.change(
          id,
          stored ->
              new User(
                  id,
                  Role.NONE,
                  Set.of(),
                  List.of(),
                  id,
                  Optional.empty(),
                  stage.clock.instant(),
                  stage.clock.instant()));
    }
    Answer answer = stage.user("one-more", "agent", "", "null");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asText()).startsWith("There are 1000 users already");
    assertThat(stage.user("user-1", "agent", "", "null").status()).isEqualTo(200);
  }

  @Test
  void warmRequestsAreFew() {
    assertRequests(
        () -> stage.user("ann", "agent", "\"north\"", "\"101\""),
        Map.of("dynamodb.GetItem", 2, "dynamodb.Query", 1, "dynamodb.TransactWriteItems", 1));
    assertRequests(
        () -> stage.user("ann", "agent", "\"north\"", "\"102\""),
        Map.of("dynamodb.GetItem", 1, "dynamodb.Query", 1, "dynamodb.TransactWriteItems", 1));
    assertRequests(
        () -> stage.user("ann", "agent", "\"north\"", "\"102\""),
        Map.of("dynamodb.GetItem", 1, "dynamodb.Query", 1));
    assertRequests(
        () -> stage.delete("ann"),
        Map.of("dynamodb.GetItem", 1, "dynamodb.Query", 1, "dynamodb.TransactWriteItems", 1));
  }

  private void assertRequests(Runnable request, Map<String, Integer> expected) {
    stage.api.requests().reset();
    request.run();
    assertThat(stage.api.requests().counts()).isEqualTo(expected);
  }

  private Answer putIf(String tag, String role) {
    return stage
        .api
        .put(PATH + "/ann")
        .as(Callers.admin())
        .header("If-Match", tag)
        .body(body("\"role\":\"" + role + "\""))
        .send();
  }

  private static String body(String members) {
    return "{\"display_name\":\"Ann\"," + members + "}";
  }
}
