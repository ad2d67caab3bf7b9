package callcentre.domain.phone;

/** The text cannot be a telephone number. */
public final class InvalidPhoneNumberException extends IllegalArgumentException {

  private static final int SHOWN = 40;

  public InvalidPhoneNumberException(String written) {
    super(
        "'"
            + (written.length() > SHOWN ? written.substring(0, SHOWN) + "…" : written)
            + "' is not a telephone number; write it as E.164, for example +18482161220");
  }
}
