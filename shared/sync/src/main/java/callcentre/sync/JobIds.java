package callcentre.sync;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Ids of sync jobs: in order of time, so that the newest is found without an index. */
final class JobIds {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private JobIds() {}

  /** For example {@code 20261121T090000123-5f3a9c2e}; two of one millisecond differ by chance. */
  static String next(Instant now, RandomGenerator random) {
    return TIME.format(now) + "-" + HexFormat.of().toHexDigits(random.nextInt());
  }
}
