package callcentre.domain.numbers;

import callcentre.domain.phone.PhoneNumber;
import java.util.List;

/**
 * One business number with everything the provider lists for it.
 *
 * @param number the number itself
 * @param listed the listing that gives label and attributes: the one already written as E.164, else
 *     the first in order of the text
 * @param alsoKnownAs the other writings, in order of the text
 */
public record JoinedNumber(PhoneNumber number, ListedNumber listed, List<RawForm> alsoKnownAs) {

  public JoinedNumber {
    alsoKnownAs = List.copyOf(alsoKnownAs);
  }
}
