package callcentre.storage.numbers;

import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.VersionedRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The business numbers of the account: table {@code phone_numbers}, at most 1,000 rows. */
public final class PhoneNumberRepository {

  private static final int SCHEMA_VERSION = 1;

  private final VersionedRows<AccountNumber> rows;

  public PhoneNumberRepository(Database database) {
    this.rows =
        new VersionedRows<>(database, Table.PHONE_NUMBERS, SCHEMA_VERSION, new PhoneNumberItems());
  }

  /**
   * A page in order of the number: 1 request.
   *
   * @param limit 1 or more
   */
  public Page<AccountNumber> page(int limit, Optional<PageKey> from) {
    return rows.page(Table.ACCOUNT, limit, from, Order.ASCENDING).map(Versioned::value);
  }

  /** Every number in order, strongly consistent: 1 request per megabyte, some 1,500 rows. */
  public List<Versioned<AccountNumber>> all() {
    return rows.all(Table.ACCOUNT);
  }

  /** One number, strongly consistent: 1 request. */
  public Optional<Versioned<AccountNumber>> find(PhoneNumber number) {
    return rows.find(PhoneNumberItems.key(number));
  }

  /** Those of the numbers that the account has: 1 request per 100. */
  public Map<PhoneNumber, AccountNumber> findAll(Collection<PhoneNumber> numbers) {
    Map<PhoneNumber, AccountNumber> found = new HashMap<>();
    rows.findAll(numbers.stream().distinct().map(PhoneNumberItems::key).toList())
        .forEach(row -> found.put(row.value().number(), row.value()));
    return found;
  }

  /**
   * Changes a number's row, again on what it has become when somebody was faster: 1 request with
   * {@code seen}, 2 without, 1 less when the change returns an equal row.
   *
   * @param seen the row as it was read; empty reads it first
   * @param change gets the stored row, or empty when there is none
   * @throws VersionConflictException when every attempt met a conflict; nothing was written
   */
  public Written<AccountNumber> change(
      PhoneNumber number,
      Optional<Versioned<AccountNumber>> seen,
      Function<Optional<AccountNumber>, AccountNumber> change) {
    return rows.change(PhoneNumberItems.key(number), seen, change);
  }
}
