package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.links.LinkedItem.Alias;
import callcentre.storage.links.LinkedItem.Row;
import java.util.Optional;
import java.util.function.Function;

/** Reads items that came by another way than by their id: rows and aliases, not what helps them. */
public final class LinkedImages<F, E extends Evidence<F, E>> {

  private final LinkedItems<F, E> mapper;

  public LinkedImages(RecordKind<F, E> kind) {
    this.mapper = new LinkedItems<>(kind);
  }

  /**
   * What an item says.
   *
   * @param view the row that people see; empty when there is not enough known for one
   * @return empty for an item that is neither row nor alias, and for a row that nobody sees
   */
  public <R> Optional<RowImage<R>> read(ItemReader item, Function<Found<E>, Optional<R>> view) {
    if (!LinkedItems.isRowOrAlias(item)) {
      return Optional.empty();
    }
    long version = item.number(VersionedRows.VERSION);
    return switch (mapper.read(item)) {
      case Alias<E> alias -> Optional.of(new RowImage.Folded<>(alias.id(), alias.of(), version));
      case Row<E> row ->
          view.apply(new Found<>(row.id(), mapper.evidence(row), row.ambiguous(), version))
              .map(shown -> new RowImage.Shown<>(row.id(), shown, version));
    };
  }
}
