package callcentre.storage.cursors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.storage.PageKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final String MASTER = "a-master-of-32-characters-or-more";
  private static final CursorContext CONTEXT =
      CursorContext.of("GET /reports", Map.of("type", "calls", "org_id", "genx"), "user:anna");
  private static final PageKey KEY =
      new PageKey(new TreeMap<>(Map.of("type", "calls", "key", "2026-11-20#+18482161220")));

  private final Cursors cursors = cursors(MASTER);

  @Property(tries = 200)
  void everyKeyComesBack(
      @ForAll @Size(max = 4)
          Map<@StringLength(max = 20) String, @StringLength(max = 80) String> attributes) {
    PageKey key = new PageKey(new TreeMap<>(attributes));

    assertThat(cursors.open(CONTEXT, cursors.seal(CONTEXT, key))).isEqualTo(key);
  }

  @Test
  void anySingleFlippedBitIsRefused() {
    String cursor = cursors.seal(CONTEXT, KEY);
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);

      assertThatThrownBy(() -> cursors.open(CONTEXT, forged))
          .as("bit %s", bit)
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Property(tries = 500)
  void anyOtherCharacterAnywhereIsRefused(@ForAll int seed) {
    Random random = new Random(seed);
    StringBuilder cursor = new StringBuilder(cursors.seal(CONTEXT, KEY));
    int place = random.nextInt(cursor.length());
    char original = cursor.charAt(place);
    char other = (char) ('-' + random.nextInt('z' - '-' + 1));
    cursor.setCharAt(place, other);

    if (other == original) {
      assertThat(cursors.open(CONTEXT, cursor.toString())).isEqualTo(KEY);
    } else {
      assertThatThrownBy(() -> cursors.open(CONTEXT, cursor.toString()))
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Property(tries = 300)
  void whatNobodySealedIsRefused(@ForAll @StringLength(max = 200) String text) {
    assertThatThrownBy(() -> cursors.open(CONTEXT, text))
        .isInstanceOf(InvalidCursorException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AQ", "AQ==", "%00", "+/+/"})
  void textThatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> cursors.open(CONTEXT, text))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void aVeryLongTextIsRefusedBeforeItIsDecoded() {
    assertThatThrownBy(() -> cursors.open(CONTEXT, "A".repeat(5_000)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  void aCursorIsGoodForItsOwnRouteFiltersAndScopeOnly() {
    String cursor = cursors.seal(CONTEXT, KEY);

    refused(cursor, CursorContext.of("GET /calls", CONTEXT.filters(), CONTEXT.scope()));
    refused(cursor, CursorContext.of(CONTEXT.route(), CONTEXT.filters(), "user:berta"));
    refused(cursor, CursorContext.of(CONTEXT.route(), Map.of("type", "calls"), CONTEXT.scope()));
    refused(
        cursor,
        CursorContext.of(
            CONTEXT.route(), Map.of("type", "calls", "org_id", "other"), CONTEXT.scope()));
  }

  @Test
  void filtersThatReadTheSameWhenJoinedAreStillDifferent() {
    CursorContext first = CursorContext.of("GET /x", Map.of("a", "bc"), "s");
    CursorContext second = CursorContext.of("GET /x", Map.of("ab", "c"), "s");

    refusedBy(cursors, cursors.seal(first, KEY), second);
  }

  @Test
  void aCursorOfAReplacedSigningSecretIsRefused() {
    String old = cursors("another-master-of-32-characters-!").seal(CONTEXT, KEY);

    refused(old, CONTEXT);
  }

  @Test
  void aCursorDoesNotShowTheKeyInside() {
    String cursor = cursors.seal(CONTEXT, KEY);

    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
        .doesNotContain("8482161220", "calls");
    assertThat(cursor).matches("[A-Za-z0-9_-]+").isNotEqualTo(cursors.seal(CONTEXT, KEY));
  }

  @Test
  void keysOfDifferentPurposesDiffer() {
    SigningKeys keys = new SigningKeys(MASTER);

    assertThat(keys.derive(SigningKeys.CURSOR))
        .hasSize(32)
        .isEqualTo(new SigningKeys(MASTER).derive(SigningKeys.CURSOR))
        .isNotEqualTo(keys.derive("ticket"));
  }

  @Test
  void aShortMasterIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> new SigningKeys("too-short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32")
        .hasMessageNotContaining("too-short");
  }

  private void refused(String cursor, CursorContext context) {
    refusedBy(cursors, cursor, context);
  }

  private static void refusedBy(Cursors by, String cursor, CursorContext context) {
    assertThatThrownBy(() -> by.open(context, cursor)).isInstanceOf(InvalidCursorException.class);
  }

  private static Cursors cursors(String master) {
    return new Cursors(() -> new SigningKeys(master), new SecureRandom());
  }
}
