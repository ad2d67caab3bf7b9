package callcentre.storage;

/** The order of a list by its range key. */
public enum Order {
  ASCENDING,
  DESCENDING
}
