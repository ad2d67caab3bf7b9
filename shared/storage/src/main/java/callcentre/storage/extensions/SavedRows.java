package callcentre.storage.extensions;

/** What saving a whole list did. */
public record SavedRows(int inserted, int updated, int unchanged, int removed) {

  static final SavedRows NONE = new SavedRows(0, 0, 0, 0);

  SavedRows plus(SavedRows more) {
    return new SavedRows(
        inserted + more.inserted,
        updated + more.updated,
        unchanged + more.unchanged,
        removed + more.removed);
  }
}
