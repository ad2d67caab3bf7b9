package callcentre.simulator.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Ids that hide the day of their conversation, so that a conversation is found by its id without an
 * index of months. To anybody else they look like any other ids.
 */
final class DayIds {

  private static final Pattern REQUEST_ID = Pattern.compile("[0-9a-f]{24}");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final long SIXTEEN_BITS = 0xFFFF;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final long seed;

  DayIds(long seed) {
    this.seed = seed;
  }

  /** A journal id: as in the provider's own, its first 8 digits are the second of creation. */
  String requestId(Instant at, RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((int) at.getEpochSecond()) + hex.toHexDigits(random.nextLong());
  }

  /** A GUID (version 4) of a conversation of this day. */
  String guid(LocalDate day, RandomGenerator random) {
    long low = (random.nextLong() & VARIANT_MASK) | VARIANT_RFC;
    long hidden = (day.toEpochDay() ^ mask(low)) & SIXTEEN_BITS;
    long check = check(low, day.toEpochDay() & SIXTEEN_BITS);
    long rest = random.nextLong() & SIXTEEN_BITS;
    long version = 0x4000 | (random.nextLong() & 0x0FFF);
    return new UUID(hidden << 48 | check << 32 | rest << 16 | version, low).toString();
  }

  /** The day on which the conversation of this id begins, if it can be one of these. */
  Optional<LocalDate> dayOf(String id) {
    if (REQUEST_ID.matcher(id).matches()) {
      long second = Long.parseLong(id.substring(0, 8), 16);
      return Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }
    if (!GUID.matcher(id).matches()) {
      return Optional.empty();
    }
    UUID guid = UUID.fromString(id);
    long low = guid.getLeastSignificantBits();
    long high = guid.getMostSignificantBits();
    long day = ((high >>> 48) ^ mask(low)) & SIXTEEN_BITS;
    boolean ours = (high >>> 32 & SIXTEEN_BITS) == check(low, day);
    return ours ? Optional.of(LocalDate.ofEpochDay(day)) : Optional.empty();
  }

  private long mask(long low) {
    return mixed(low ^ seed) & SIXTEEN_BITS;
  }

  private long check(long low, long day) {
    return mixed(low + seed + (day << 20)) >>> 16 & SIXTEEN_BITS;
  }

  /** The finishing steps of SplitMix64: every bit of the input changes half of the output's. */
  static long mixed(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ mixed >>> 31;
  }
}
