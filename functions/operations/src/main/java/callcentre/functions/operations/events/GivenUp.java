package callcentre.functions.operations.events;

import callcentre.storage.PageKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What the projector gave up, as a message of its queue tells it: a time, and how far a replay of
 * it has come.
 *
 * @param from included
 * @param to excluded
 * @param place where an earlier replay stopped
 */
record GivenUp(Instant from, Instant to, Optional<PageKey> place) {

  /**
   * So long before its arrival in the stream an event may have come to us: while the table refuses,
   * it waits for an hour in the queue of the webhooks.
   */
  static final Duration WAITED = Duration.ofMinutes(70);

  /** Arrivals are approximate, and in whole seconds. */
  static final Duration BLUR = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REST = "rest_of_replay";

  /**
   * Reads a message: Lambda's own (Lambda developer guide, "Retain discarded records"), or {@link
   * #text()}.
   *
   * @return empty when it is neither
   */
  static Optional<GivenUp> read(Message message) {
    try {
      JsonNode body = JSON.readTree(message.body());
      return body.has(REST) ? rest(body.get(REST)) : batch(body.path("DDBStreamBatchInfo"));
    } catch (JsonProcessingException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<GivenUp> batch(JsonNode batch) {
    if (batch.isMissingNode()) {
      return Optional.empty();
    }
    Instant first = time(batch.path("approximateArrivalOfFirstRecord"));
    Instant last = time(batch.path("approximateArrivalOfLastRecord"));
    return Optional.of(new GivenUp(first.minus(WAITED), last.plus(BLUR), Optional.empty()));
  }

  private static Optional<GivenUp> rest(JsonNode rest) {
    TreeMap<String, String> place = new TreeMap<>();
    rest.path("place")
        .properties()
        .forEach(property -> place.put(property.getKey(), property.getValue().asText()));
    return Optional.of(
        new GivenUp(
            time(rest.path("from")), time(rest.path("to")), Optional.of(new PageKey(place))));
  }

  private static Instant time(JsonNode text) {
    return OffsetDateTime.parse(text.asText()).toInstant();
  }

  /** The same, replayed up to there. */
  GivenUp reached(PageKey reached) {
    return new GivenUp(from, to, Optional.of(reached));
  }

  /** Whether both can be replayed as one: they overlap, and neither has begun. */
  boolean joins(GivenUp later) {
    return place.isEmpty() && later.place.isEmpty() && !later.from.isAfter(to);
  }

  GivenUp join(GivenUp later) {
    return new GivenUp(from, later.to.isAfter(to) ? later.to : to, Optional.empty());
  }

  /** As the text of a message. */
  String text() {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode rest = body.putObject(REST).put("from", from.toString()).put("to", to.toString());
    ObjectNode attributes = rest.putObject("place");
    place.ifPresent(key -> key.attributes().forEach(attributes::put));
    return body.toString();
  }
}
