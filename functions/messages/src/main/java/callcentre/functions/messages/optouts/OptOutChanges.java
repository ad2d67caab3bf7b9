package callcentre.functions.messages.optouts;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.sms.ClientOptOuts;
import callcentre.storage.sms.OptOuts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes for clients that they want no messages, or want them again; each word is audited. */
@Singleton
final class OptOutChanges {

  private static final Logger LOG = LoggerFactory.getLogger(OptOutChanges.class);

  /** Each number is a transaction of its own. */
  private static final int MOST_NUMBERS = 50;

  private final OptOuts optOuts;
  private final ClientOptOuts clients;
  private final PhoneNumberRepository numbers;
  private final DirectoryCache directory;
  private final InstantSource clock;

  OptOutChanges(
      OptOuts optOuts,
      ClientOptOuts clients,
      PhoneNumberRepository numbers,
      DirectoryCache directory,
      InstantSource clock) {
    this.optOuts = optOuts;
    this.clients = clients;
    this.numbers = numbers;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Notes that a client wants no messages.
   *
   * @param business from which number; empty for all that the caller may send from
   * @throws ApiException 404 for a number that the caller may not send from, 400 when there are too
   *     many to be left out
   */
  void stop(PhoneNumber client, Optional<PhoneNumber> business, Caller caller) {
    Instant now = now();
    targets(business, caller.principal()).forEach(to -> note(to, client, true, now, caller));
  }

  /**
   * Notes that a client wants messages again, where it wanted none.
   *
   * @param business from which number; empty for all that the caller may send from
   * @throws ApiException 404 when there is no such opt-out
   */
  void lift(PhoneNumber client, Optional<PhoneNumber> business, Caller caller) {
    OptOutScope scope = new OptOutScope(caller.principal(), directory.current().numbers());
    List<PhoneNumber> stopped =
        clients.current(client).stream()
            .filter(word -> word.stopped() && scope.governs(word.business()))
            .map(OptOut::business)
            .filter(number -> business.map(number::equals).orElse(true))
            .toList();
    if (stopped.isEmpty()) {
      throw ApiException.notFound("opt-out");
    }
    Instant now = now();
    stopped.forEach(from -> note(from, client, false, now, caller));
  }

  private void note(
      PhoneNumber business, PhoneNumber client, boolean stopped, Instant now, Caller caller) {
    String who = caller.principal().userId();
    if (optOuts.note(new OptOut(business, client, stopped, now, OptOutView.saidBy(who)))) {
      LOG.atWarn()
          .addKeyValue("audit", stopped ? "sms_opt_out" : "sms_opt_out_lifted")
          .addKeyValue("actor", who)
          .log("A person noted what a client wants");
    }
  }

  private List<PhoneNumber> targets(Optional<PhoneNumber> business, Principal principal) {
    NumberDirectory owners = directory.current().numbers();
    OptOutScope scope = new OptOutScope(principal, owners);
    if (business.isPresent()) {
      return numbers
          .find(business.get())
          .filter(known -> scope.governs(business.get()))
          .map(known -> List.of(business.get()))
          .orElseThrow(() -> ApiException.notFound("business number"));
    }
    List<PhoneNumber> all =
        numbers.all().stream()
            .map(Versioned::value)
            .filter(number -> number.removedAt().isEmpty())
            .map(AccountNumber::number)
            .filter(scope::governs)
            .toList();
    if (all.isEmpty()) {
      throw ApiException.notFound("business number");
    }
    if (all.size() > MOST_NUMBERS) {
      throw ApiException.invalid(
          "business_number",
          "is required where there are more than %d numbers; you may send from %d"
              .formatted(MOST_NUMBERS, all.size()));
    }
    return all;
  }

  /** Words are kept to the millisecond. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
