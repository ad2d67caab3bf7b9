package callcentre.storage.sms;

import callcentre.domain.messages.sending.OptOut;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists opt-outs of which a reader sees only some: table {@code sms_opt_outs}. */
public final class OptOutList {

  /** After so many a page is returned short. */
  private static final int MOST_QUERIES = 6;

  private static final int A_QUERY = 500;

  private final Database database;

  public OptOutList(Database database) {
    this.database = database;
  }

  /**
   * A page in order of the client's number: 1 request, at most 6 where few are wanted.
   *
   * @param limit 1 or more
   */
  public Page<OptOut> page(Predicate<OptOut> wanted, int limit, Optional<PageKey> from) {
    List<OptOut> found = new ArrayList<>();
    Optional<PageKey> next = from;
    for (int queries = 0; queries < MOST_QUERIES; queries++) {
      Page<ItemReader> read =
          database.queryPage(Table.SMS_OPT_OUTS, Table.ACCOUNT, A_QUERY, next, Order.ASCENDING);
      for (ItemReader item : read.items()) {
        OptOut optOut = OptOuts.read(item);
        if (wanted.test(optOut)) {
          if (found.size() == limit) {
            return new Page<>(found, next);
          }
          found.add(optOut);
        }
        next = Optional.of(PageKey.of(item.attributes(), Table.SMS_OPT_OUTS.keyNames()));
      }
      if (read.next().isEmpty()) {
        return new Page<>(found, Optional.empty());
      }
    }
    return new Page<>(found, next);
  }
}
