package callcentre.domain.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountNumberTest {

  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-02T00:00:00Z");

  @Test
  void aNumberThatIsListedUnchangedIsTheVeryRowSoThatItCostsNoWrite() {
    AccountNumber row = AccountNumber.firstSeen(joined(Optional.of("GenX")), FIRST);

    assertThat(row.listedAgain(joined(Optional.of("GenX")), LATER)).isSameAs(row);
  }

  @Test
  void aChangedListingKeepsTheAdministratorsLabelAndTheFirstSight() {
    AccountNumber row =
        AccountNumber.firstSeen(joined(Optional.of("GenX")), FIRST)
            .labelled(Optional.of("Front desk"))
            .listedAgain(joined(Optional.of("Gen X")), LATER);

    assertThat(row.label()).isEqualTo("Front desk");
    assertThat(row.createdAt()).isEqualTo(FIRST);
    assertThat(row.lastSyncedAt()).isEqualTo(LATER);
    assertThat(row.labelled(Optional.empty()).label()).isEqualTo("Gen X");
  }

  @Test
  void aNumberWithoutAnyLabelIsCalledByItself() {
    assertThat(AccountNumber.firstSeen(joined(Optional.empty()), FIRST).label())
        .isEqualTo("+13123194556");
  }

  @Test
  void aNumberThatIsGoneIsKeptWithTheFirstTimeItWasMissedAndComesBack() {
    AccountNumber gone = AccountNumber.firstSeen(joined(Optional.of("GenX")), FIRST).missing(LATER);

    assertThat(gone.removedAt()).contains(LATER);
    assertThat(gone.missing(LATER.plusSeconds(60))).isSameAs(gone);
    assertThat(gone.listedAgain(joined(Optional.of("GenX")), LATER.plusSeconds(90)).removedAt())
        .isEmpty();
  }

  private static JoinedNumber joined(Optional<String> label) {
    NumberAttributes attributes =
        new NumberAttributes(true, false, false, false, "Enabled", true, true, "Both");
    return new JoinedNumber(
        new PhoneNumber("+13123194556"),
        new ListedNumber("+13123194556", label, attributes),
        List.of());
  }
}
