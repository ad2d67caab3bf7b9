package callcentre.functions.messages.optouts;

import callcentre.api.access.Principal;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;

/**
 * Which opt-outs somebody may see and change. Agents too see those of their organisations' numbers,
 * for they send from them.
 */
final class OptOutScope {

  private final NumberDirectory owners;
  private final Principal principal;
  private final Scope numbers;

  OptOutScope(Principal principal, NumberDirectory owners) {
    this.owners = owners;
    this.principal = principal;
    this.numbers =
        principal.role() == Role.PLATFORM_ADMIN
            ? new Scope.Everything()
            : owners.scopeOf(principal.organisations());
  }

  boolean isEmpty() {
    return numbers instanceof Scope.Owned owned && owned.isEmpty();
  }

  /** Whether it was said to a number while that was the organisation's. */
  boolean lists(OptOut word) {
    return numbers.contains(word.business(), word.saidAt());
  }

  /**
   * Whether somebody who names the client may know of it: also what was said to a number before it
   * moved here, for that still keeps messages from being sent.
   */
  boolean knows(OptOut word) {
    return lists(word) || governs(word.business());
  }

  /** Whether somebody sends from the number now. */
  boolean governs(PhoneNumber business) {
    return principal.role() == Role.PLATFORM_ADMIN
        || owners.currentOwner(business).filter(principal.organisations()::contains).isPresent();
  }
}
