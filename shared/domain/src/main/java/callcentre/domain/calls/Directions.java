package callcentre.domain.calls;

import callcentre.domain.phone.PhoneNumber;
import java.util.function.Predicate;

/** Finds a call's direction from its ends and the account's own numbers. */
public final class Directions {

  private Directions() {}

  /**
   * Two colleagues make an internal call, and a call-back is known by the provider's word alone.
   * Else the end that is ours decides: an extension or a number of the account. Where both or
   * neither are, the provider's word does.
   *
   * @param word what the provider calls it; {@link Direction#UNKNOWN} when it does not say
   * @param caller who started it
   * @param called who was dialled
   * @param owned whether a number is the account's own
   */
  public static Direction decide(
      Direction word, Party caller, Party called, Predicate<PhoneNumber> owned) {
    if (caller.isColleague() && called.isColleague()) {
      return Direction.INTERNAL;
    }
    if (word == Direction.CALLBACK) {
      return Direction.CALLBACK;
    }
    boolean callerOurs = isOurs(caller, owned);
    boolean calledOurs = isOurs(called, owned);
    if (callerOurs && !calledOurs && called.isKnown()) {
      return Direction.OUTGOING;
    }
    if (calledOurs && !callerOurs) {
      return Direction.INCOMING;
    }
    return word;
  }

  private static boolean isOurs(Party party, Predicate<PhoneNumber> owned) {
    return party.isColleague() || party.phone().filter(owned).isPresent();
  }
}
