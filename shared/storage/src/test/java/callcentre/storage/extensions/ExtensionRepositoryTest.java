package callcentre.storage.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import callcentre.domain.extensions.ProbePlan;
import callcentre.domain.extensions.Profile;
import callcentre.domain.people.Extension;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ExtensionRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final TestStore store;
  private final ExtensionRepository extensions;

  ExtensionRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.MIGHTYCALL_EXTENSIONS);
    extensions = new ExtensionRepository(store.database());
  }

  @Test
  void allEvidenceOfAnExtensionIsReadBack() {
    Extension extension = new Extension("101");
    Profile profile =
        new Profile(
            Optional.of("Maria"),
            Optional.empty(),
            Optional.of("maria@example.com"),
            Optional.of(extension),
            Optional.of("admin"));
    AccountExtension row =
        new AccountExtension(
            ExtensionEvidence.none(extension)
                .merge(new ProfileFound(extension, profile, NOW))
                .merge(new ProfileMissed(extension, NOW.minusSeconds(1)))
                .merge(new Assigned(extension, "u1", "Maria L.", Optional.empty(), NOW))
                .merge(new Unassigned(extension, NOW.plusNanos(1))),
            Optional.of("6f1d2c3b-4a59-4876-9b80-1a2b3c4d5e6f"));

    extensions.change(extension, Optional.empty(), stored -> row);

    assertThat(extensions.find(extension)).contains(new Versioned<>(row, 1));
    assertThat(extensions.all()).containsExactly(new Versioned<>(row, 1));
  }

  @Test
  void extensionsAreInOrderOfTheirValueAndPaged() {
    assign("1001");
    assign("99");
    assign("101");

    var first = extensions.page(2, Optional.empty());
    var second = extensions.page(2, first.next());

    assertThat(first.items())
        .extracting(AccountExtension::extension)
        .containsExactly(new Extension("99"), new Extension("101"));
    assertThat(second.items())
        .extracting(AccountExtension::extension)
        .containsExactly(new Extension("1001"));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void readsCostOneRequestAndAnUnchangedRowNone() {
    assign("101");
    Versioned<AccountExtension> row = extensions.all().getFirst();

    assertThat(store.requestsOf(extensions::all)).isEqualTo(1);
    assertThat(store.requestsOf(() -> extensions.page(50, Optional.empty()))).isEqualTo(1);
    assertThat(store.requestsOf(() -> extensions.find(new Extension("101")))).isEqualTo(1);
    assertThat(
            store.requestsOf(
                () ->
                    assertThat(
                            extensions
                                .change(
                                    new Extension("101"), Optional.of(row), Optional::orElseThrow)
                                .outcome())
                        .isEqualTo(Outcome.UNCHANGED)))
        .isZero();
  }

  @Test
  void aMissIsRememberedForAWeekAndIsNoExtension() {
    Extension empty = new Extension("117");
    ProfileMissed miss = new ProfileMissed(empty, NOW);

    assertThat(store.requestsOf(() -> extensions.remember(miss))).isEqualTo(1);

    Instant lastMoment = NOW.plus(ProbePlan.MISS_MEMORY).minusNanos(1);
    assertThat(extensions.misses(lastMoment))
        .containsExactly(ExtensionEvidence.none(empty).merge(miss));
    assertThat(extensions.misses(lastMoment.plusNanos(1))).isEmpty();
    assertThat(extensions.all()).isEmpty();
    assertThat(store.requestsOf(() -> extensions.misses(NOW))).isEqualTo(1);
  }

  @Test
  void aWriteWhoseAnswerWasLostSucceeds() {
    store.faults().next("dynamodb.PutItem", new Fault.LostAnswer());

    assertThat(assign("101")).isEqualTo(Outcome.INSERTED);
    assertThat(store.faults().isExhausted()).isTrue();
  }

  private Outcome assign(String digits) {
    Extension extension = new Extension(digits);
    return extensions
        .change(
            extension,
            Optional.empty(),
            stored ->
                new AccountExtension(
                    ExtensionEvidence.none(extension)
                        .merge(new Assigned(extension, "u", "U", Optional.empty(), NOW)),
                    Optional.empty()))
        .outcome();
  }
}
