package callcentre.simulator.families.journal;

import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.DayCounts;
import callcentre.simulator.history.HistoryPage;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Lists and counts of the journal, whatever stands around them. */
final class JournalLists {

  private final World world;

  JournalLists(World world) {
    this.world = world;
  }

  ObjectNode page(JournalRequest wanted, Request request) {
    RequestJson.Shown shown =
        new RequestJson.Shown(
            wanted.flag(JournalFilter.RESOLVE_CONTACTS, false),
            wanted.flag(JournalFilter.SHOW_EXTERNAL_CONTACTS, false),
            wanted.flag(JournalFilter.SHOW_USERS, false));
    RequestJson json = new RequestJson(world, request, shown);
    long skip = (wanted.page() - 1L) * wanted.pageSize();
    HistoryPage page = world.history().page(query(wanted), skip, wanted.pageSize());
    ObjectNode body = Json.object().put("currentPage", wanted.page());
    ArrayNode requests = body.putArray("requests");
    page.items().forEach(item -> requests.add(json.of(item)));
    return body;
  }

  long count(JournalRequest wanted) {
    return world.history().page(query(wanted), 0, 0).total();
  }

  /** The row of this id as soon as it is listed, whether or not it was removed. */
  Optional<Conversation> find(String requestId) {
    return world
        .history()
        .find(requestId)
        .filter(conversation -> conversation.requestId().equalsIgnoreCase(requestId))
        .filter(conversation -> !conversation.endsAt().isAfter(listedUntil()));
  }

  /** The window's begin: a month before its end, as the example of the counts has it (2.4, C). */
  Instant from(JournalRequest wanted) {
    Instant monthBefore = to(wanted).atOffset(ZoneOffset.UTC).minusMonths(1).toInstant();
    return wanted.time(JournalFilter.FROM).orElse(monthBefore);
  }

  Instant to(JournalRequest wanted) {
    return wanted.time(JournalFilter.TO).orElseGet(world.clock()::instant);
  }

  private HistoryQuery query(JournalRequest wanted) {
    boolean everything = wanted.choosesByTimeOnly() && !world.history().hidesAny();
    return new HistoryQuery(
        latest(from(wanted), wanted.time(JournalFilter.EARLIEST)),
        earliest(to(wanted), wanted.time(JournalFilter.LATEST)),
        listedUntil(),
        new JournalMatch(world, wanted),
        everything ? DayCounts::conversations : null,
        wanted.flag(JournalFilter.REVERSE, false));
  }

  private Instant listedUntil() {
    return world.clock().instant().minusSeconds(world.settings().history().journalDelaySeconds());
  }

  private static Instant latest(Instant one, Optional<Instant> other) {
    return other.filter(one::isBefore).orElse(one);
  }

  private static Instant earliest(Instant one, Optional<Instant> other) {
    return other.filter(one::isAfter).orElse(one);
  }
}
