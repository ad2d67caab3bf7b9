package callcentre.functions.users;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.people.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody stays platform administrator, whatever is changed or removed. */
@ExtendWith(CloudExtension.class)
class LastAdministratorTest {

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
  void theLastAdministratorStaysOne() {
    assertThat(stage.user("boss", "agent", "", "null").status()).isEqualTo(409);
    Answer removal = stage.delete("boss");
    assertThat(removal.status()).isEqualTo(409);
    assertThat(removal.json().get("detail").asText()).startsWith("Nobody would be platform_admin");
    stage.user("ann", "platform_admin", "", "null");
    assertThat(stage.delete("boss").status()).isEqualTo(204);
  }

  @Test
  void ofTwoAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      stage.user("boss", "platform_admin", "", "null");
      stage.user("ann", "platform_admin", "", "null");
      List<Callable<Answer>> both =
          List.of(() -> stage.delete("boss"), () -> stage.user("ann", "agent", "", "null"));
      List<Integer> statuses = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<Answer> answer : threads.invokeAll(both)) {
          statuses.add(answer.get().status());
        }
      }
      assertThat(statuses).containsOnlyOnce(409);
      assertThat(stage.api.bean(UserRepository.class).all())
          .extracting(User::role)
          .contains(Role.PLATFORM_ADMIN);
    }
  }

  @Test
  void theFirstAdministratorCountsWhileItHasNoRow(Cloud cloud) {
    try (UsersStage own =
        UsersStage.of(ApiHarness.in(cloud).signing().with(Variable.BOOTSTRAP_ADMIN_SUB, "first"))) {
      own.user("boss", "platform_admin", "", "null");
      assertThat(own.delete("boss").status()).isEqualTo(204);
      assertThat(own.user("first", "agent", "", "null").status()).isEqualTo(409);
      assertThat(own.user("first", "platform_admin", "", "null").status()).isEqualTo(201);
      assertThat(own.delete("first").status()).isEqualTo(204);
    }
  }
}
