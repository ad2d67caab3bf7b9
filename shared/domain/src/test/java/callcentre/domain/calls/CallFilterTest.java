package callcentre.domain.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFilterTest {

  @ParameterizedTest
  @CsvSource({
    "Incoming, INCOMING, MISSED, true",
    "Incoming, OUTGOING, MISSED, false",
    "Incoming, CALLBACK, CONNECTED, false",
    "Outgoing, OUTGOING, NO_ANSWER, true",
    "Internal, INTERNAL, CONNECTED, true",
    "Callback, CALLBACK, CONNECTED, true",
    "Callback, OUTGOING, CONNECTED, false",
    "Connected, INCOMING, CONNECTED, true",
    "Connected, INCOMING, UNKNOWN, false",
    "Missed, INCOMING, MISSED, true",
    "Missed, OUTGOING, NO_ANSWER, true",
    "Missed, INCOMING, VOICEMAIL, false",
    "Voicemail, INCOMING, VOICEMAIL, true",
    "Dropped, INCOMING, DROPPED, true",
    "Canceled, INCOMING, CANCELED, true",
    "Canceled, INCOMING, DROPPED, false"
  })
  void aFilterMeansWhatItsNameSays(
      String name, Direction direction, CallStatus status, boolean chosen) {
    CallFilter filter = CallFilter.ofWireName(name).orElseThrow();

    assertThat(filter.wireName()).isEqualTo(name);
    assertThat(CallSelection.of(List.of(filter)).matches(direction, status)).isEqualTo(chosen);
  }

  @Test
  void severalFiltersChooseAnyOfTheirDirectionsWithAnyOfTheirOutcomes() {
    CallSelection selection =
        CallSelection.of(List.of(CallFilter.INCOMING, CallFilter.MISSED, CallFilter.VOICEMAIL));

    assertThat(selection.matches(Direction.INCOMING, CallStatus.MISSED)).isTrue();
    assertThat(selection.matches(Direction.INCOMING, CallStatus.VOICEMAIL)).isTrue();
    assertThat(selection.matches(Direction.INCOMING, CallStatus.CONNECTED)).isFalse();
    assertThat(selection.matches(Direction.OUTGOING, CallStatus.MISSED)).isFalse();
  }

  @Test
  void noFilterChoosesEveryCall() {
    assertThat(CallSelection.of(List.of()).isAll()).isTrue();
    assertThat(CallFilter.ofWireName("InOutgoing")).isEmpty();
  }

  @Property(tries = 200)
  void filtersOfOneKindNeverHideWhatOneOfThemShows(
      @ForAll Set<CallFilter> filters, @ForAll Direction direction, @ForAll CallStatus status) {
    Set<CallFilter> outcomes = EnumSet.noneOf(CallFilter.class);
    filters.stream().filter(filter -> !filter.statuses().isEmpty()).forEach(outcomes::add);

    boolean any =
        outcomes.isEmpty()
            || outcomes.stream().anyMatch(filter -> filter.statuses().contains(status));

    assertThat(CallSelection.of(outcomes).matches(direction, status)).isEqualTo(any);
  }
}
