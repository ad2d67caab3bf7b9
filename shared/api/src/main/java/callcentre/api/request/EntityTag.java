package callcentre.api.request;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The version of a resource as {@code ETag} shows it (RFC 9110, 8.8.3); always a strong one.
 *
 * @param value what stands between the quotation marks: visible ASCII without quotation mark
 */
public record EntityTag(String value) {

  private static final Pattern FORM = Pattern.compile("[!#-~]{1,128}");

  public EntityTag {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an entity tag has 1 to 128 visible ASCII characters");
    }
  }

  /** The tag of a row's version. */
  public static EntityTag ofVersion(long version) {
    return new EntityTag("v" + version);
  }

  /**
   * The tag of a row that may be removed and made again: its versions then start from 1 anew, so
   * they alone would let a tag of the old row pass for one of the new.
   *
   * @param createdAt when the row that is there now was made
   */
  public static EntityTag ofRow(long version, Instant createdAt) {
    return new EntityTag("v" + version + "-" + Long.toString(createdAt.toEpochMilli(), 36));
  }

  /** With quotation marks, as the headers have it. */
  public String header() {
    return '"' + value + '"';
  }
}
