package callcentre.functions.livepublisher;

import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.User;
import callcentre.live.rows.Colleagues;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.numbers.DirectoryCache;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks up what the rows of a batch need, before any of them is read. */
final class RowSources {

  private final Supplier<Tables> tables;
  private final DirectoryCache directory;
  private final Colleagues colleagues;
  private final Supplier<BudgetPolicy> policy;

  RowSources(
      Supplier<Tables> tables,
      DirectoryCache directory,
      Colleagues colleagues,
      Supplier<BudgetPolicy> policy) {
    this.tables = tables;
    this.directory = directory;
    this.colleagues = colleagues;
    this.policy = policy;
  }

  /** What these items need: once a minute 1 or 2 requests for owners, and as many for people. */
  ChangedRows of(Collection<StreamedItem> items) {
    Tables names = tables.get();
    boolean ofNumbers =
        Stream.of(Table.CALL_HISTORY, Table.VOICEMAIL_LOGS, Table.SMS_LOGS)
            .anyMatch(table -> isAnyOf(names.name(table), items));
    boolean ofPeople = isAnyOf(names.name(Table.AGENT_STATUS_HISTORY), items);
    NumberDirectory owners = ofNumbers ? directory.get() : NumberDirectory.of(List.of());
    List<User> people = ofPeople ? colleagues.all() : List.of();
    return new ChangedRows(names, owners, people, policy);
  }

  private static boolean isAnyOf(String table, Collection<StreamedItem> items) {
    return items.stream().anyMatch(item -> item.isOf(table));
  }
}
