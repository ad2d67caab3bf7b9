package callcentre.domain.ownership;

import java.util.regex.Pattern;

/**
 * The identity of an organisation inside the account.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}
 */
public record OrganisationId(String value) implements Comparable<OrganisationId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public OrganisationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an organisation id has 1 to 64 letters, digits, '-' or '_'");
    }
  }

  @Override
  public int compareTo(OrganisationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
