package callcentre.client.communications;

import callcentre.client.json.Fields;
import callcentre.client.json.Rows;
import java.time.Instant;
import java.util.Optional;

/**
 * A page of contacts with what last happened.
 *
 * @param before where the provider's next older page begins
 * @param after where its next newer page begins
 */
public record InteractionPage(
    Rows<InteractionContact> rows, Optional<Instant> before, Optional<Instant> after) {

  static InteractionPage read(Fields data) {
    return new InteractionPage(
        Rows.read(data, "contacts", InteractionContact::read),
        data.time("before"),
        data.time("after"));
  }
}
