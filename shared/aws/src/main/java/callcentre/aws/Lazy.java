package callcentre.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made once, by the first who asks. */
final class Lazy<T> {

  private final Supplier<T> source;
  private volatile @Nullable T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    T made = value;
    return made != null ? made : make();
  }

  private synchronized T make() {
    T made = value;
    if (made == null) {
      made = source.get();
      value = made;
    }
    return made;
  }

  /** The value when it was already made. */
  synchronized @Nullable T peek() {
    return value;
  }
}
