package callcentre.api;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.examples.Examples;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.storage.numbers.DirectoryCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Initialisation reads no secret and no table, and priming leaves nothing behind. */
@ExtendWith(CloudExtension.class)
class StartTest {

  @Test
  void aStartAsksNothingOfAnyService(Cloud cloud) {
    try (ApiHarness api = ApiHarness.in(cloud).bean(Examples.class, Examples.on()).start()) {
      assertThat(api.requests().total()).isZero();
      assertThat(api.request("OPTIONS", "/api/admin/orgs").send().status()).isEqualTo(204);
      assertThat(api.requests().total()).isZero();
    }
  }

  @Test
  void aStartNeedsNoConfigurationAtAll() {
    try (ApiHarness api = ApiHarness.alone().bean(Examples.class, Examples.on()).start()) {
      Answer answer = api.get("/api/admin/orgs").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
    }
  }

  @Test
  void primingHappensInAContainerThatIsThrownAway(Cloud cloud) {
    try (ApiHarness api =
        ApiHarness.in(cloud).signing().bean(Examples.class, Examples.on()).start()) {
      DirectoryCache before = api.bean(DirectoryCache.class);
      assertThat(api.prime().statuses()).isNotEmpty();
      assertThat(api.bean(DirectoryCache.class)).isSameAs(before);
      assertThat(api.get("/api/admin/orgs").as(Callers.admin()).send().status()).isEqualTo(200);
    }
  }
}
