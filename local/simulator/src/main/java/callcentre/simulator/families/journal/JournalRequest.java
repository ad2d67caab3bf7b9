package callcentre.simulator.families.journal;

import callcentre.simulator.families.Times;
import callcentre.simulator.http.Request;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The filters of one request, checked: nothing is ignored that a client may have meant. */
final class JournalRequest {

  static final int MOST_ROWS = 1_000;
  private static final int USUAL_ROWS = 100;

  private final Map<JournalFilter, String> values = new EnumMap<>(JournalFilter.class);
  private final Set<String> refused = new TreeSet<>();

  /** The filters of {@code request}, of which those in {@code unknownHere} do not exist here. */
  JournalRequest(Request request, Set<JournalFilter> unknownHere) {
    request.queryFields().forEach((name, value) -> take(name, value, unknownHere));
    boolean readOfVoicemails = set(JournalFilter.INBOUND).contains("voicemail");
    if (values.containsKey(JournalFilter.IS_READ) && !readOfVoicemails) {
      refuse(JournalFilter.IS_READ);
    }
    requireNumber(JournalFilter.PAGE, Integer.MAX_VALUE);
    requireNumber(JournalFilter.PAGE_SIZE, MOST_ROWS);
    for (JournalFilter time :
        List.of(
            JournalFilter.FROM, JournalFilter.TO, JournalFilter.EARLIEST, JournalFilter.LATEST)) {
      if (text(time).filter(value -> Times.parse(value).isEmpty()).isPresent()) {
        refuse(time);
      }
    }
  }

  /** The parameters that cannot be used, sorted; empty when all is well. */
  Set<String> refused() {
    return refused;
  }

  /** Whether nothing but times chooses the rows. */
  boolean choosesByTimeOnly() {
    return JournalFilter.OF_TIMES_AND_SHOWING.containsAll(values.keySet());
  }

  int page() {
    return text(JournalFilter.PAGE).map(Integer::parseInt).orElse(1);
  }

  int pageSize() {
    return text(JournalFilter.PAGE_SIZE).map(Integer::parseInt).orElse(USUAL_ROWS);
  }

  boolean flag(JournalFilter filter, boolean usual) {
    return text(filter).map(Boolean::parseBoolean).orElse(usual);
  }

  Optional<Instant> time(JournalFilter filter) {
    return text(filter).flatMap(Times::parse);
  }

  Optional<String> text(JournalFilter filter) {
    return Optional.ofNullable(values.get(filter)).filter(value -> !value.isBlank());
  }

  /** The values of a comma list in lower case; none when the filter is not set. */
  Set<String> set(JournalFilter filter) {
    Set<String> items = new TreeSet<>();
    text(filter)
        .ifPresent(
            list ->
                Arrays.stream(list.split(","))
                    .map(item -> item.strip().toLowerCase(Locale.ROOT))
                    .forEach(items::add));
    return items;
  }

  private void take(String name, String value, Set<JournalFilter> unknownHere) {
    Optional<JournalFilter> filter =
        JournalFilter.ofParameter(name).filter(known -> !unknownHere.contains(known));
    if (filter.isEmpty() || (!value.isBlank() && !filter.get().takes(value))) {
      refused.add(filter.map(JournalFilter::parameter).orElse(name));
    } else {
      values.put(filter.get(), value);
    }
  }

  private void requireNumber(JournalFilter filter, int most) {
    Optional<String> text = text(filter);
    boolean fits =
        text.isEmpty()
            || (text.get().matches("[0-9]{1,9}")
                && Integer.parseInt(text.get()) >= 1
                && Integer.parseInt(text.get()) <= most);
    if (!fits) {
      refuse(filter);
    }
  }

  private void refuse(JournalFilter filter) {
    refused.add(filter.parameter());
  }
}
