package callcentre.storage.sync;

import callcentre.domain.history.DayCount;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.RunDetail;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What only datasets of history have inside items of {@code sync_jobs} and {@code sync_state}. */
final class HistoryItems {

  private HistoryItems() {}

  static ItemWriter write(DayCount count) {
    return new ItemWriter()
        .text("day", count.day().toString())
        .text("source", count.source().wireName())
        .number("provider", count.provider())
        .number("stored", count.stored())
        .number("recovered", count.recovered());
  }

  static DayCount readDay(ItemReader item) {
    return new DayCount(
        item.read("day", LocalDate::parse),
        item.read("source", HistoryItems::readSource),
        item.number("provider"),
        item.number("stored"),
        item.number("recovered"));
  }

  static ItemWriter write(BackfillRange range) {
    return new ItemWriter()
        .time("from", range.window().from())
        .time("to", range.window().to())
        .texts("datasets", range.datasets().stream().map(it -> it.wireName()).toList());
  }

  static BackfillRange readRange(ItemReader item) {
    return new BackfillRange(
        new Window(item.time("from"), item.time("to")),
        item.texts("datasets").stream().map(SyncStateItems::readDataset).toList());
  }

  static ItemWriter write(RunDetail detail) {
    ItemWriter kept = new ItemWriter();
    detail.kept().forEach((name, rows) -> kept.number(name, rows));
    return new ItemWriter()
        .map("kept", kept)
        .decimal("progress", Optional.of(BigDecimal.valueOf(detail.progress())))
        .maps("days", detail.days().stream().map(HistoryItems::write).toList())
        .time("newest_call", detail.newestCall())
        .number("failures", detail.failures());
  }

  static RunDetail readDetail(ItemReader item) {
    ItemReader kept = item.map("kept");
    Map<String, Integer> rows = new HashMap<>();
    kept.names().forEach(name -> rows.put(name, Math.toIntExact(kept.number(name))));
    return new RunDetail(
        rows,
        item.findDecimal("progress").map(BigDecimal::doubleValue).orElse(0.0),
        item.maps("days").stream().map(HistoryItems::readDay).toList(),
        item.findTime("newest_call"),
        Math.toIntExact(item.findNumber("failures").orElse(0L)));
  }

  private static HistorySource readSource(String name) {
    return HistorySource.ofWireName(name)
        .orElseThrow(() -> new IllegalArgumentException("no source is called " + name));
  }
}
