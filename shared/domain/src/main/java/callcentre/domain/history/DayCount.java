package callcentre.domain.history;

import java.time.LocalDate;

/**
 * The comparison of one family on one UTC day.
 *
 * @param provider how many records the provider counts
 * @param stored how many of our rows have that family among their sources
 * @param recovered how many of the missing were stored when the day was pulled again
 */
public record DayCount(
    LocalDate day, HistorySource source, long provider, long stored, long recovered) {

  public DayCount {
    if (provider < 0 || stored < 0 || recovered < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /** A comparison before anything was repaired. */
  public static DayCount of(LocalDate day, HistorySource source, long provider, long stored) {
    return new DayCount(day, source, provider, stored, 0);
  }

  /** After the day was pulled again and this many rows were new. */
  public DayCount recovered(long rows) {
    return new DayCount(day, source, provider, stored, recovered + rows);
  }

  /** How many records of the provider had not come to us by this family. */
  public long missed() {
    return Math.max(0, provider - stored);
  }

  /** How many are missing still. */
  public long missing() {
    return Math.max(0, missed() - recovered);
  }

  /** How many rows we keep that the provider no longer counts: removed there, kept here. */
  public long kept() {
    return Math.max(0, stored - provider);
  }
}
