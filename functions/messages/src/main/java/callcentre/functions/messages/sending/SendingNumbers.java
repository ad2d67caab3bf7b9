package callcentre.functions.messages.sending;

import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.PhoneNumberRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

/** From which business numbers somebody may send: those that its organisations own now. */
@Singleton
public final class SendingNumbers {

  /** The only mode of which it is known that it can send (MightyCall reference 3.3, 3.8). */
  private static final String CAN_SEND = "Enabled";

  private final PhoneNumberRepository numbers;
  private final DirectoryCache directory;

  SendingNumbers(PhoneNumberRepository numbers, DirectoryCache directory) {
    this.numbers = numbers;
    this.directory = directory;
  }

  /**
   * Refuses a number from which the caller may not or cannot send: 2 requests.
   *
   * @param organisation that must own the number; empty for whichever does
   * @param withFiles whether the message has files
   * @throws ApiException 404, the same for a number that the account does not have and for one of
   *     others; 400 for one that cannot send this; 409 for one that the provider does not list any
   *     more, and for an agent who would not see the message
   */
  public void require(
      PhoneNumber number,
      Optional<OrganisationId> organisation,
      boolean withFiles,
      Principal principal) {
    requireExtension(principal);
    Optional<OrganisationId> owner = directory.current().numbers().currentOwner(number);
    AccountNumber row =
        numbers
            .find(number)
            .map(Versioned::value)
            .filter(known -> mayUse(owner, principal))
            .orElseThrow(() -> ApiException.notFound("number to send from"));
    requireOwner(organisation, owner, principal);
    if (row.removedAt().isPresent()) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "MightyCall does not list the number to send from since "
              + row.removedAt().get()
              + ". Nothing was sent.");
    }
    requireAble(row.joined().listed().attributes(), withFiles);
  }

  /** Whether somebody may send from a number now, whatever the number can do. */
  public boolean mayUse(PhoneNumber number, Principal principal) {
    return mayUse(directory.get().currentOwner(number), principal);
  }

  private static boolean mayUse(Optional<OrganisationId> owner, Principal principal) {
    return principal.role() == Role.PLATFORM_ADMIN
        || owner.filter(principal.organisations()::contains).isPresent();
  }

  /** An agent sees its messages by its extension. */
  private static void requireExtension(Principal principal) {
    if (principal.role() == Role.AGENT && principal.extension().isEmpty()) {
      throw ApiException.of(
          ErrorCode.CONFLICT,
          "You have no extension, so you could not see what becomes of the message. Nothing was"
              + " sent. Ask an administrator to assign you one.");
    }
  }

  private static void requireOwner(
      Optional<OrganisationId> asked, Optional<OrganisationId> owner, Principal principal) {
    if (asked.isEmpty() || asked.equals(owner)) {
      return;
    }
    if (!principal.sees(asked.get())) {
      throw ApiException.notFound("organisation");
    }
    throw ApiException.invalid("orgId", "does not own the number to send from");
  }

  private static void requireAble(NumberAttributes attributes, boolean withFiles) {
    if (!attributes.enabled() || !attributes.smsMode().equalsIgnoreCase(CAN_SEND)) {
      throw ApiException.invalid(
          "from",
          "cannot send messages: MightyCall has it %s with the messaging mode %s. Choose another"
                  .formatted(attributes.enabled() ? "on" : "off", attributes.smsMode())
              + " number, or enable messages for it at MightyCall and sync");
    }
    if (withFiles && !attributes.mmsEnabled()) {
      throw ApiException.invalid(
          "attachments", "cannot be sent from this number: MightyCall has MMS off for it");
    }
  }
}
