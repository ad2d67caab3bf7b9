package callcentre.functions.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.storage.organisations.OrganisationRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Organisations are created in the same moment while there is room for one. */
@ExtendWith(CloudExtension.class)
class CreationAgainstCreationTest {

  private static final int ROUNDS = 12;
  private static final int RIVALS = 4;

  @Test
  void theLastPlaceGoesToOneOfThemHoweverTheyMeet(Cloud cloud) throws Exception {
    try (OrganisationsStage stage = OrganisationsStage.in(cloud);
        ExecutorService threads = Executors.newFixedThreadPool(RIVALS)) {
      for (int made = 1; made < OrganisationChanges.MOST; made++) {
        stage.organisations("org-" + made);
      }
      for (int round = 0; round < ROUNDS; round++) {
        CyclicBarrier start = new CyclicBarrier(RIVALS);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int rival = 0; rival < RIVALS; rival++) {
          String id = "rival-" + rival;
          answers.add(
              threads.submit(
                  () -> {
                    start.await();
                    return stage.put(id, "{\"name\":\"Rival\"}").status();
                  }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
          statuses.add(answer.get());
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(stage.api.bean(OrganisationRepository.class).all())
            .hasSize(OrganisationChanges.MOST);
        stage.delete("rival-" + statuses.indexOf(201));
      }
    }
  }
}
