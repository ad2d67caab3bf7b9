package callcentre.functions.syncworker;

import callcentre.client.numbers.NumberList;
import callcentre.client.numbers.PhoneNumbersApi;
import callcentre.client.numbers.ProviderNumber;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.NumberListing;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.SyncError;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.numbers.PhoneNumberRepository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Copies the account's business numbers: one list, compared row by row. It never touches who owns a
 * number, and a label that an administrator set stays.
 */
final class NumbersSync implements DatasetSync {

  /** The code of a run that met an empty list although numbers are stored. */
  static final String EMPTY_LIST = "unconfirmed_empty_list";

  /** The stack is built for this many; above it lists and caches would no longer fit. */
  static final int MOST_NUMBERS = 1_000;

  private final PhoneNumbersApi provider;
  private final PhoneNumberRepository numbers;

  NumbersSync(PhoneNumbersApi provider, PhoneNumberRepository numbers) {
    this.provider = provider;
    this.numbers = numbers;
  }

  @Override
  public void run(Pull pull, Tally tally) {
    pull.requireTime();
    NumberList answer = provider.list(pull.call());
    NumberListing listing =
        NumberListing.join(answer.numbers().stream().map(ProviderNumber::toListed).toList());
    tally.fetched(answer.numbers().size() + answer.unreadable());
    tally.merged(listing.merged());
    tally.skipped(listing.unreadable().size() + answer.unreadable());
    requireRoom(listing);

    Map<PhoneNumber, Versioned<AccountNumber>> known = known();
    for (JoinedNumber listed : listing.numbers()) {
      noteJoined(listed, tally);
      store(
          listed.number(),
          Optional.ofNullable(known.get(listed.number())),
          stored ->
              stored
                  .map(number -> number.listedAgain(listed, pull.startedAt()))
                  .orElseGet(() -> AccountNumber.firstSeen(listed, pull.startedAt())),
          tally);
    }
    markMissing(answer, listing, known, pull, tally);
  }

  private Map<PhoneNumber, Versioned<AccountNumber>> known() {
    Map<PhoneNumber, Versioned<AccountNumber>> known = new LinkedHashMap<>();
    numbers.all().forEach(row -> known.put(row.value().number(), row));
    return known;
  }

  /** Only a complete and readable list says that a number is gone. */
  private void markMissing(
      NumberList answer,
      NumberListing listing,
      Map<PhoneNumber, Versioned<AccountNumber>> known,
      Pull pull,
      Tally tally) {
    Set<PhoneNumber> listed =
        listing.numbers().stream().map(JoinedNumber::number).collect(Collectors.toSet());
    List<Versioned<AccountNumber>> missing =
        known.values().stream()
            .filter(row -> row.value().removedAt().isEmpty())
            .filter(row -> !listed.contains(row.value().number()))
            .toList();
    if (!answer.isComplete()) {
      throw new PullStoppedException(incomplete(answer));
    }
    if (!listing.unreadable().isEmpty()) {
      tally.note(
          "Not readable as telephone numbers and skipped: "
              + String.join(", ", listing.unreadable())
              + ". While there are such entries no number is marked as removed.");
      return;
    }
    if (answer.numbers().isEmpty() && !missing.isEmpty() && !isConfirmed(pull)) {
      throw new PullStoppedException(emptyList(missing.size()));
    }
    for (Versioned<AccountNumber> row : missing) {
      tally.note(row.value().number() + " is no longer listed: marked as removed, kept.");
      store(
          row.value().number(),
          Optional.of(row),
          stored -> stored.orElse(row.value()).missing(pull.startedAt()),
          tally);
    }
  }

  private void store(
      PhoneNumber number,
      Optional<Versioned<AccountNumber>> seen,
      Function<Optional<AccountNumber>, AccountNumber> change,
      Tally tally) {
    Written<AccountNumber> written;
    try {
      written = numbers.change(number, seen, change);
    } catch (RuntimeException notStored) {
      tally.failed();
      throw notStored;
    }
    tally.stored(written.outcome());
  }

  private static void noteJoined(JoinedNumber listed, Tally tally) {
    listed
        .alsoKnownAs()
        .forEach(
            other ->
                tally.note(
                    other.raw() + " is " + listed.number() + " written differently: joined."));
  }

  /** An empty list is believed when two runs in a row got it. */
  private static boolean isConfirmed(Pull pull) {
    return pull.before().lastError().map(SyncError::code).filter(EMPTY_LIST::equals).isPresent();
  }

  private static void requireRoom(NumberListing listing) {
    if (listing.numbers().size() > MOST_NUMBERS) {
      throw new PullStoppedException(
          new SyncError(
              "too_many_numbers",
              "The account lists "
                  + listing.numbers().size()
                  + " numbers and a stack is built for "
                  + MOST_NUMBERS
                  + ". Nothing was stored; the stored numbers are as they were.",
              false));
    }
  }

  private static SyncError incomplete(NumberList answer) {
    return new SyncError(
        "incomplete_answer",
        "MightyCall's list is not whole: "
            + answer.numbers().size()
            + " numbers can be read, it has "
            + answer.unreadable()
            + " entries without a number and counts "
            + answer.total().map(String::valueOf).orElse("nothing")
            + ". What could be read is stored; none was marked as removed.",
        true);
  }

  private static SyncError emptyList(int stored) {
    return new SyncError(
        EMPTY_LIST,
        "MightyCall lists no number at all, but "
            + stored
            + " are stored. They are kept as they were. When the next sync gets an empty list too,"
            + " they are marked as removed; if that is wrong, check whose user_key is configured.",
        true);
  }
}
