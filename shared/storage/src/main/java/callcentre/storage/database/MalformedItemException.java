package callcentre.storage.database;

import callcentre.storage.Table;

/** A stored item is not what this release writes; it is left as it is. */
public final class MalformedItemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedItemException(Table table, String key, String attribute, String what) {
    super(
        "item %s of %s: attribute %s %s; the item was left as it is"
            .formatted(key, table.baseName(), attribute, what));
  }
}
