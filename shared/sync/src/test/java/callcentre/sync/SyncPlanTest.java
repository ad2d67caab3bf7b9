package callcentre.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.sync.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

  @Test
  void withoutAWishNumbersAndExtensionsArePulled() {
    assertThat(SyncPlan.standard().datasets()).containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
  }

  @Test
  void namesInAnyOrderAndTwiceAreOnePlan() {
    assertThat(SyncPlan.of(List.of("extensions", "numbers", "extensions")).datasets())
        .containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
  }

  @Test
  void anUnknownDatasetIsRefusedWithTheSupportedOnes() {
    assertThatThrownBy(() -> SyncPlan.of(List.of("numbers", "faxes")))
        .isInstanceOf(UnknownDatasetException.class)
        .hasMessage(
            "'faxes' is not a dataset; supported are numbers, extensions, journal, calls, voicemails");
  }

  @Test
  void noNameAtAllIsRefusedWithTheSupportedOnes() {
    assertThatThrownBy(() -> SyncPlan.of(List.of()))
        .isInstanceOf(UnknownDatasetException.class)
        .hasMessageContaining("supported are numbers, extensions, journal, calls, voicemails");
  }

  @Test
  void aLongNameIsNotRepeatedWhole() {
    assertThatThrownBy(() -> SyncPlan.of(List.of("x".repeat(5_000))))
        .hasMessageContaining("…")
        .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(200));
  }
}
