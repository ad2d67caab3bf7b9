package callcentre.domain.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number in E.164 form, the only form the system stores, compares or answers with.
 *
 * <p>{@code 8482161220}, {@code 848-216-1220}, {@code +1 (848) 216-1220} and {@code 18482161220}
 * are one number: a number written without a country code is read as North American (MightyCall
 * sells North American numbers; reference 2.7).
 *
 * @param e164 {@code +} and 7 to 15 digits, as {@link #parse} makes it
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {

  private static final String HOME_REGION = "US";
  private static final int LONGEST_INPUT = 40;

  public PhoneNumber {
    if (!isE164(e164)) {
      throw new InvalidPhoneNumberException(e164);
    }
  }

  /**
   * Reads a number as people and providers write it.
   *
   * <p>A leading space stands for {@code +}: that is what a raw {@code +} in a query string becomes
   * when it is decoded (reference 2.7).
   *
   * @param written at most 40 characters in any usual notation
   * @throws InvalidPhoneNumberException when it cannot be a telephone number
   */
  public static PhoneNumber parse(String written) {
    return find(written).orElseThrow(() -> new InvalidPhoneNumberException(written));
  }

  /**
   * As {@link #parse}, for values that may as well be an extension or a widget's name.
   *
   * @return empty when the text cannot be a telephone number
   */
  public static Optional<PhoneNumber> find(String written) {
    if (written.isBlank() || written.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String text = written.startsWith(" ") ? "+" + written.strip() : written.strip();
    if (isE164(text) && text.startsWith("+1") && text.length() == 12) {
      return Optional.of(new PhoneNumber(text));
    }
    if (text.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = numbers.parse(text, HOME_REGION);
      return numbers.isPossibleNumber(parsed) && !parsed.hasExtension()
          ? Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** The digits without {@code +}, as MightyCall's paths and journal filters want them. */
  public String digits() {
    return e164.substring(1);
  }

  /** Whether the text already is this number's own E.164 form. */
  public boolean isWrittenAs(String written) {
    return e164.equals(written);
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    return e164;
  }

  private static boolean isE164(String text) {
    if (text.length() < 8 || text.length() > 16 || text.charAt(0) != '+' || text.charAt(1) == '0') {
      return false;
    }
    return text.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
