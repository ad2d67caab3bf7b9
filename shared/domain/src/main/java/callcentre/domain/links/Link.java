package callcentre.domain.links;

import callcentre.domain.calls.Match;
import java.util.Optional;

/**
 * What a record's pair says of it.
 *
 * @param partner the id of the record that it is one with; only of an inferred link
 */
public record Link(Match match, Optional<String> partner) {

  static final Link NONE = new Link(Match.NONE, Optional.empty());
  static final Link AMBIGUOUS = new Link(Match.AMBIGUOUS, Optional.empty());

  static Link inferred(String partner) {
    return new Link(Match.INFERRED, Optional.of(partner));
  }

  public boolean isAmbiguous() {
    return match == Match.AMBIGUOUS;
  }
}
