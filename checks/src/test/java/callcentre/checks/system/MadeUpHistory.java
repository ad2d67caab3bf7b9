package callcentre.checks.system;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls of a made-up centre: of every five one is missed, one leaves a voicemail, and three are
 * answered and recorded. They take turns among the account's three numbers.
 *
 * @param newest when the newest of them begins
 * @param apart between the beginnings of two calls
 */
record MadeUpHistory(int count, Instant newest, Duration apart) {

  static final String TRANSCRIPTION = "Please call me back.";

  private static final List<String> NUMBERS =
      List.of("+13123194556", "+17323286846", "+18482161220");
  private static final int KINDS = 5;
  private static final int VOICEMAILS = 1;
  private static final int FIRST_CLIENT = 100;

  MadeUpHistory {
    newest = newest.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A day of calls, some days before {@code now}: calls that other tests make are not in it. */
  static MadeUpHistory day(Instant now) {
    return new MadeUpHistory(60, now.minus(Duration.ofDays(3)), Duration.ofMinutes(11));
  }

  /** A month of calls, before what a first sync reads. */
  static MadeUpHistory month(Instant now) {
    return new MadeUpHistory(45, now.minus(Duration.ofDays(60)), Duration.ofMinutes(900));
  }

  /** The body for the simulator's {@code /_simulator/calls}. */
  String json() {
    ObjectNode body = Repository.JSON.createObjectNode();
    ArrayNode calls = body.putArray("calls");
    for (int made = 0; made < count; made++) {
      ObjectNode call =
          calls
              .addObject()
              .put("at", at(made).toString())
              .put("client", "+1202555%04d".formatted(FIRST_CLIENT + made))
              .put("number", number(made));
      switch (made % KINDS) {
        case 0 -> call.put("state", "missed");
        case VOICEMAILS ->
            call.put("state", "voicemail")
                .putObject("voicemail")
                .put("length_ms", 21_000)
                .put("text", TRANSCRIPTION);
        default -> call.put("answered_by", "101").put("duration_ms", 63_000).put("recorded", true);
      }
    }
    return body.toString();
  }

  /** Before the oldest of them. */
  Instant begin() {
    return at(count);
  }

  /** After the newest of them is over. */
  Instant end() {
    return newest.plus(Duration.ofMinutes(10));
  }

  /** How many left a voicemail. */
  int voicemails() {
    return (int) all().filter(made -> made % KINDS == VOICEMAILS).count();
  }

  /** When those began that came to this number. */
  Set<Instant> begins(String number) {
    return all()
        .filter(made -> number(made).equals(number))
        .mapToObj(this::at)
        .collect(Collectors.toSet());
  }

  /** How many came to this number. */
  int to(String number) {
    return begins(number).size();
  }

  /** Between the older and the newer half of them. */
  Instant middle() {
    return at(count / 2);
  }

  private IntStream all() {
    return IntStream.range(0, count);
  }

  private Instant at(int made) {
    return newest.minus(apart.multipliedBy(made));
  }

  private static String number(int made) {
    return NUMBERS.get(made % NUMBERS.size());
  }
}
