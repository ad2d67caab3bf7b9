package callcentre.functions.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.numbers.NumberAssignmentRepository;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organisation is removed in the moment in which something is given to it. */
@ExtendWith(CloudExtension.class)
class RemovalAgainstAssignmentTest {

  private static final int ROUNDS = 24;

  @Test
  void nothingEverBelongsToAnOrganisationThatIsNotThere(Cloud cloud) throws Exception {
    try (OrganisationsStage stage = OrganisationsStage.in(cloud);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        String organisation = "org-" + round;
        String number = "+1202555%04d".formatted(round);
        boolean givesUser = round % 2 == 1;
        stage.organisations(organisation);
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> given =
            threads.submit(
                () -> {
                  start.await();
                  return give(stage, number, givesUser, organisation);
                });
        Future<Integer> removed =
            threads.submit(
                () -> {
                  start.await();
                  return stage.delete(organisation).status();
                });
        int status = removed.get();
        assertThat(status).isIn(204, 409);
        assertThat(given.get()).as("round %s, removal %s", round, status).isEqualTo(status == 409);
        assertThat(stage.exists(organisation)).isEqualTo(status == 409);
        boolean owned =
            stage
                .api
                .bean(NumberAssignmentRepository.class)
                .ownership(new PhoneNumber(number))
                .currentOwner()
                .isPresent();
        assertThat(owned).isEqualTo(!givesUser && status == 409);
      }
    }
  }

  private static boolean give(
      OrganisationsStage stage, String number, boolean givesUser, String organisation) {
    try {
      if (givesUser) {
        stage.user("user-of-" + organisation, organisation);
      } else {
        stage.assign(new PhoneNumber(number), organisation);
      }
      return true;
    } catch (UnknownOrganisationException gone) {
      return false;
    }
  }
}
