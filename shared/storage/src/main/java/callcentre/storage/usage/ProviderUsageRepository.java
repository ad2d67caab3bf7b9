package callcentre.storage.usage;

import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetWindow;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.Reopening;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.Table;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The provider's request budget: table {@code provider_usage}, one item (design: Budget). However
 * many processes take at once, what they take together never exceeds a ceiling. A write whose
 * answer was lost may count twice, never not at all.
 */
public final class ProviderUsageRepository {

  private static final Map<String, AttributeValue> KEY =
      Table.PROVIDER_USAGE.key(Table.ACCOUNT, "window");

  /** Each of these finds the item changed by somebody else; more than a few are not to be met. */
  private static final int ATTEMPTS = 20;

  private final Database database;
  private final UsageUpdates updates;

  /** The hour of the item as this process last saw it: a warm take then is one request. */
  private final AtomicLong hourSeen = new AtomicLong(Long.MIN_VALUE);

  public ProviderUsageRepository(Database database) {
    this.database = database;
    this.updates = new UsageUpdates(database, KEY);
  }

  /** The item, strongly consistent: 1 request. Empty before the first request was ever taken. */
  public Optional<BudgetLedger> find() {
    return item().map(UsageItems::read);
  }

  /** The item with the number of its writes, strongly consistent: 1 request. */
  public Optional<Versioned<BudgetLedger>> findVersioned() {
    return item().map(ProviderUsageRepository::versioned);
  }

  /**
   * What an item of the table says that came by another way, for example by its stream.
   *
   * @return empty for any other item than the budget's
   */
  public static Optional<Versioned<BudgetLedger>> image(Map<String, AttributeValue> item) {
    return item.entrySet().containsAll(KEY.entrySet())
        ? Optional.of(versioned(new ItemReader(Table.PROVIDER_USAGE, item)))
        : Optional.empty();
  }

  private static Versioned<BudgetLedger> versioned(ItemReader item) {
    // An item that an earlier release wrote has no number yet.
    return new Versioned<>(
        UsageItems.read(item), item.findNumber(VersionedRows.VERSION).orElse(0L));
  }

  /**
   * Takes requests from an open budget: 1 request, 3 in the first take of an hour.
   *
   * @param requests how many, 1 or more
   * @param ceiling how far the window may be filled by this class
   */
  public BudgetTake take(RequestClass requestClass, int requests, int ceiling, Instant now) {
    return take(requestClass, requests, ceiling, now, new Terms.Open());
  }

  /**
   * Takes requests from a closed budget if a probe is due. Of many processes one gets it.
   *
   * @param ceiling how far the window may be filled by this class
   * @return the mark of this probe; empty when none is due, or there is no room
   */
  public Optional<Instant> claimProbe(RequestClass requestClass, int ceiling, Instant now) {
    Terms.ClaimProbe terms = new Terms.ClaimProbe(now);
    return switch (take(requestClass, 1, ceiling, now, terms)) {
      case BudgetTake.Taken taken -> Optional.of(terms.claim());
      case BudgetTake.Refused refused -> Optional.empty();
    };
  }

  /**
   * Takes a further request for a probe, for example of the token it needs.
   *
   * @param claim the mark of the probe
   */
  public BudgetTake takeForProbe(
      RequestClass requestClass, int ceiling, Instant now, Instant claim) {
    return take(requestClass, 1, ceiling, now, new Terms.UnderProbe(claim));
  }

  /**
   * Closes the budget because the provider said that its limit is reached; closed already, it stays
   * so, and the next probe is a whole interval away: 1 request.
   *
   * @param reason in short words
   */
  public void close(String reason, Instant now) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (updates.close(reason, now, now.plus(Closure.PROBE_INTERVAL))) {
        return;
      }
      updates.start(BudgetWindow.hourOf(now), now);
    }
    throw tooManyConflicts("closed");
  }

  /**
   * Opens the budget after a probe was answered: 1 request.
   *
   * @param claim the mark of the probe
   * @return false when another probe was made or the budget opened since
   */
  public boolean reopenAfterProbe(Instant claim) {
    return updates.reopenAfterProbe(claim);
  }

  /**
   * Opens the budget because an operator says so, and keeps who and why: 2 requests.
   *
   * @return false when it is not closed; then nothing was written
   */
  public boolean reopen(Reopening reopening) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<BudgetLedger> ledger = find().filter(found -> found.closure().isPresent());
      if (ledger.isEmpty()) {
        return false;
      }
      List<ItemWriter> kept = new ArrayList<>();
      kept.add(UsageItems.write(reopening));
      ledger.get().reopenings().stream()
          .limit(Reopening.KEPT - 1L)
          .forEach(earlier -> kept.add(UsageItems.write(earlier)));
      if (updates.reopen(kept, ledger.get().closure().get().since())) {
        return true;
      }
    }
    throw tooManyConflicts("opened");
  }

  private BudgetTake take(
      RequestClass requestClass, int requests, int ceiling, Instant now, Terms terms) {
    long hour = BudgetWindow.hourOf(now);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // A clock that is behind adds to the item's hour: its requests count longer, never shorter.
      long counted = Math.max(hour, hourSeen.get());
      try {
        return new BudgetTake.Taken(updates.take(requestClass, requests, ceiling, counted, terms));
      } catch (ConditionalCheckFailedException failed) {
        Optional<ItemReader> item = UsageUpdates.itemOf(failed);
        if (item.isEmpty()) {
          updates.start(hour, now);
          hourSeen.set(hour);
          continue;
        }
        BudgetLedger ledger = UsageItems.read(item.get());
        hourSeen.set(ledger.window().hour());
        if (ledger.window().hour() < hour) {
          updates.moveTo(hour, item.get(), ledger.window());
          hourSeen.set(hour);
        } else if (ledger.window().hour() == counted) {
          return new BudgetTake.Refused(ledger);
        }
      }
    }
    throw tooManyConflicts("taken from");
  }

  private Optional<ItemReader> item() {
    return database.get(Table.PROVIDER_USAGE, KEY);
  }

  private static IllegalStateException tooManyConflicts(String what) {
    return new IllegalStateException(
        "The request budget could not be "
            + what
            + ": it changed "
            + ATTEMPTS
            + " times meanwhile. Nothing was sent to MightyCall; try again.");
  }
}
