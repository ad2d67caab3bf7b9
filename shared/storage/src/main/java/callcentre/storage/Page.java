package callcentre.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items may be fewer than asked for although more follow
 * @param next where the next page starts; empty when this is the last one
 */
public record Page<T>(List<T> items, Optional<PageKey> next) {

  public Page {
    items = List.copyOf(items);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }
}
