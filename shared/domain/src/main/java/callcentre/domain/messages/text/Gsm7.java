package callcentre.domain.messages.text;

/** The default alphabet of text messages and its extension table (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two septets: an escape goes in front, and the two are never separated. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private Gsm7() {}

  /** How many septets a character takes; 0 when the alphabet does not have it. */
  static int septets(int codePoint) {
    if (BASIC.indexOf(codePoint) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(codePoint) >= 0 ? 2 : 0;
  }
}
