package callcentre.api.request;

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

  /** With quotation marks, as the headers have it. */
  public String header() {
    return '"' + value + '"';
  }
}
