package callcentre.simulator.account;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes GUIDs from a given source of randomness, so that a seed repeats them. */
public final class Identifiers implements IdSource {

  private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
  private static final long VERSION_4 = 0x0000_0000_0000_4000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private final RandomGenerator random;

  /** Identifiers drawn from {@code random}, which nobody else may draw from. */
  public Identifiers(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public synchronized String guid() {
    long high = (random.nextLong() & VERSION_MASK) | VERSION_4;
    long low = (random.nextLong() & VARIANT_MASK) | VARIANT_RFC;
    return new UUID(high, low).toString();
  }

  @Override
  public synchronized String requestId(Instant begin) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((int) begin.getEpochSecond()) + hex.toHexDigits(random.nextLong());
  }
}
