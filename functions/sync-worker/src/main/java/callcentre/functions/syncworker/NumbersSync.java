package callcentre.functions.syncworker;

import callcentre.client.numbers.NumberList;
import callcentre.client.numbers.PhoneNumbersApi;
import callcentre.client.numbers.ProviderNumber;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.NumberListing;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.functions.syncworker.pull.DatasetSync;
import callcentre.functions.syncworker.pull.Pull;
import callcentre.functions.syncworker.pull.PullStoppedException;
import callcentre.functions.syncworker.pull.Tally;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the account's business numbers: one list, compared row by row. It never touches who owns a
 * number, and a label that an administrator set stays.
 */
final class NumbersSync implements DatasetSync {

  /** A stack is built for this many (docs/tables.md). */
  static final int MOST_NUMBERS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(NumbersSync.class);

  private final PhoneNumbersApi provider;
  private final PhoneNumberRepository numbers;

  NumbersSync(PhoneNumbersApi provider, PhoneNumberRepository numbers) {
    this.provider = provider;
    this.numbers = numbers;
  }

  @Override
  public Optional<String> run(Pull pull, Tally tally) {
    pull.requireTime();
    NumberList answer = provider.list(pull.call());
    NumberListing listing =
        NumberListing.join(answer.numbers().stream().map(ProviderNumber::toListed).toList());
    tally.fetched(answer.numbers().size() + answer.unreadable());
    tally.merged(listing.merged());
    tally.skipped(listing.unreadable().size() + answer.unreadable());
    warnAboveBound(listing.numbers().size(), tally);

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
    return Optional.empty();
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
    return pull.before()
        .lastError()
        .flatMap(SyncErrorCode::of)
        .filter(SyncErrorCode.UNCONFIRMED_EMPTY_LIST::equals)
        .isPresent();
  }

  /** Data is never dropped because of a limit: all are stored, and an operator is told. */
  private static void warnAboveBound(int numbers, Tally tally) {
    if (numbers > MOST_NUMBERS) {
      LOG.atWarn()
          .addKeyValue("stack_bound", "numbers")
          .addKeyValue("bound", MOST_NUMBERS)
          .addKeyValue("found", numbers)
          .log("sync: MightyCall lists more numbers than a stack is built for; all are stored");
      tally.note(
          "MightyCall lists "
              + numbers
              + " numbers and a stack is built for "
              + MOST_NUMBERS
              + ": all are stored, but lists become slower. Split the account over two stacks.");
    }
  }

  private static SyncError incomplete(NumberList answer) {
    return SyncErrorCode.INCOMPLETE_ANSWER.error(
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
    return SyncErrorCode.UNCONFIRMED_EMPTY_LIST.error(
        "MightyCall lists no number at all, but "
            + stored
            + " are stored. They are kept as they were. When the next sync gets an empty list too,"
            + " they are marked as removed; if that is wrong, check whose user_key is configured.",
        true);
  }
}
