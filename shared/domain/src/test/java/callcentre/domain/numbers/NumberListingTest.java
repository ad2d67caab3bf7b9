package callcentre.domain.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NumberListingTest {

  private static final NumberAttributes ATTRIBUTES =
      new NumberAttributes(true, false, false, false, "Enabled", true, true, "Both");

  @Test
  void theFourNumbersOfTheDemoAccountAreThreeAndOneIsMerged() {
    NumberListing listing =
        NumberListing.join(
            List.of(
                listed("+13123194556", "GenX"),
                listed("+17323286846", "VictorySync 2"),
                listed("8482161220", "Test"),
                listed("+18482161220", "VictorySync 1")));

    assertThat(listing.merged()).isEqualTo(1);
    assertThat(listing.unreadable()).isEmpty();
    assertThat(listing.numbers())
        .extracting(JoinedNumber::number)
        .containsExactly(
            new PhoneNumber("+13123194556"),
            new PhoneNumber("+17323286846"),
            new PhoneNumber("+18482161220"));
    JoinedNumber joined = listing.numbers().getLast();
    assertThat(joined.listed().label()).contains("VictorySync 1");
    assertThat(joined.alsoKnownAs())
        .containsExactly(new RawForm("8482161220", Optional.of("Test")));
  }

  @Test
  void whatIsNoNumberIsReportedAndNotDropped() {
    NumberListing listing =
        NumberListing.join(List.of(listed("Main line", "x"), listed("+13123194556", "GenX")));

    assertThat(listing.unreadable()).containsExactly("Main line");
    assertThat(listing.numbers()).hasSize(1);
    assertThat(listing.merged()).isZero();
  }

  @Property
  void everyListingIsANumberOrMergedOrUnreadable(@ForAll("listings") List<ListedNumber> listings) {
    NumberListing joined = NumberListing.join(listings);

    assertThat(joined.numbers().size() + joined.merged() + joined.unreadable().size())
        .isEqualTo(listings.size());
    assertThat(joined.numbers()).extracting(JoinedNumber::number).doesNotHaveDuplicates();
  }

  @Property
  void joiningIsStableWhateverTheProvidersOrder(
      @ForAll("listings") List<ListedNumber> listings, @ForAll Random random) {
    List<ListedNumber> shuffled = new ArrayList<>(listings);
    Collections.shuffle(shuffled, random);

    Set<JoinedNumber> inOrder = new HashSet<>(NumberListing.join(listings).numbers());
    Set<JoinedNumber> inAnother = new HashSet<>(NumberListing.join(shuffled).numbers());

    assertThat(inAnother).isEqualTo(inOrder);
  }

  @Property
  void theFormThatAlreadyIsE164GivesTheLabel(@ForAll("listings") List<ListedNumber> listings) {
    for (JoinedNumber joined : NumberListing.join(listings).numbers()) {
      boolean listedAsE164 =
          listings.stream().anyMatch(listing -> joined.number().isWrittenAs(listing.raw()));

      assertThat(joined.number().isWrittenAs(joined.listed().raw())).isEqualTo(listedAsE164);
    }
  }

  @Provide
  Arbitrary<List<ListedNumber>> listings() {
    Arbitrary<String> raw =
        Arbitraries.of(
            "+18482161220",
            "8482161220",
            "18482161220",
            "848-216-1220",
            "+13123194556",
            "3123194556",
            "no number",
            "+17323286846");
    Arbitrary<String> label = Arbitraries.of("GenX", "Test", "VictorySync 1");
    return raw.flatMap(r -> label.map(l -> listed(r, l))).list().ofMaxSize(10);
  }

  private static ListedNumber listed(String raw, String label) {
    return new ListedNumber(raw, Optional.of(label), ATTRIBUTES);
  }
}
