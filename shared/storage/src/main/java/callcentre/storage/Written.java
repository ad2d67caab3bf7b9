package callcentre.storage;

/** A row as it is stored after a write, and what the write did. */
public record Written<T>(Versioned<T> row, Outcome outcome) {

  public T value() {
    return row.value();
  }
}
