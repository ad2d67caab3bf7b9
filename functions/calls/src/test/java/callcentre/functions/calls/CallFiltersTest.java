package callcentre.functions.calls;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFilter;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every filter, alone and with others, against a plain recount of the same history. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFiltersTest {

  private static final int CALLS = 240;
  private static final int QUERIES = 60;
  private static final List<String> TEXTS =
      List.of("lopez", "BLAKE", "order 7", "550148", "(347) 555-01", "nobody");

  private final History history = History.of(4, CALLS);
  private CallsStage stage;

  /** A filter of a query and what it means, written down a second time. */
  private record Condition(String parameter, Predicate<Call> meaning) {}

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = CallsStage.in(cloud);
    stage.store(history.facts);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anyFiltersTogetherListExactlyWhatARecountFinds() {
    Random random = new Random(11);
    for (int query = 0; query < QUERIES; query++) {
      List<Condition> conditions = new ArrayList<>();
      conditions.add(since(Duration.ofDays(20 + random.nextInt(26))));
      Stream.of(
              until(Duration.ofDays(random.nextInt(20))),
              filters(random),
              businessNumber(pick(random, History.NUMBERS)),
              extension(pick(random, History.EXTENSIONS)),
              phone(pick(random, History.CLIENTS)),
              text(pick(random, TEXTS)))
          .filter(any -> random.nextInt(3) == 0)
          .forEach(conditions::add);
      assertList(conditions, 1 + random.nextInt(60));
    }
  }

  @Test
  void everyValueOfCallFilterAloneListsWhatARecountFinds() {
    Condition all = since(Duration.ofDays(46));
    for (CallFilter filter : CallFilter.values()) {
      assertList(List.of(all, filters(Set.of(filter))), 200);
    }
    assertList(
        List.of(all, filters(Set.of(CallFilter.INCOMING, CallFilter.MISSED, CallFilter.VOICEMAIL))),
        200);
  }

  private void assertList(List<Condition> conditions, int limit) {
    String query =
        conditions.stream().map(Condition::parameter).collect(Collectors.joining("&", "?", ""));
    List<String> expected =
        history.calls.stream()
            .filter(
                call -> conditions.stream().allMatch(condition -> condition.meaning().test(call)))
            .map(call -> call.id().value())
            .toList();
    assertThat(stage.walk(query, limit, Callers.admin()))
        .as("%s in pages of %s", query, limit)
        .isEqualTo(expected);
  }

  private static Condition since(Duration back) {
    Instant from = History.NEWEST.minus(back);
    return new Condition("startUtc=" + from, call -> !call.startedAt().isBefore(from));
  }

  private static Condition until(Duration back) {
    Instant to = History.NEWEST.minus(back).plusSeconds(1);
    return new Condition("end_utc=" + to, call -> call.startedAt().isBefore(to));
  }

  private static Condition filters(Random random) {
    Set<CallFilter> chosen = new TreeSet<>();
    for (int filter = 0; filter <= random.nextInt(3); filter++) {
      chosen.add(pick(random, List.of(CallFilter.values())));
    }
    return filters(chosen);
  }

  private static Condition filters(Set<CallFilter> chosen) {
    Set<Direction> directions =
        chosen.stream().flatMap(filter -> directionOf(filter).stream()).collect(Collectors.toSet());
    Set<CallStatus> outcomes =
        chosen.stream().flatMap(filter -> outcomesOf(filter).stream()).collect(Collectors.toSet());
    return new Condition(
        "callFilter=" + chosen.stream().map(CallFilter::wireName).collect(Collectors.joining(",")),
        call ->
            (directions.isEmpty() || directions.contains(call.direction()))
                && (outcomes.isEmpty() || outcomes.contains(call.status())));
  }

  private static Optional<Direction> directionOf(CallFilter filter) {
    return switch (filter) {
      case INCOMING -> Optional.of(Direction.INCOMING);
      case OUTGOING -> Optional.of(Direction.OUTGOING);
      case INTERNAL -> Optional.of(Direction.INTERNAL);
      case CALLBACK -> Optional.of(Direction.CALLBACK);
      case CONNECTED, MISSED, VOICEMAIL, DROPPED, CANCELED -> Optional.empty();
    };
  }

  private static Set<CallStatus> outcomesOf(CallFilter filter) {
    return switch (filter) {
      case INCOMING, OUTGOING, INTERNAL, CALLBACK -> Set.of();
      case CONNECTED -> Set.of(CallStatus.CONNECTED);
      case MISSED -> Set.of(CallStatus.MISSED, CallStatus.NO_ANSWER);
      case VOICEMAIL -> Set.of(CallStatus.VOICEMAIL);
      case DROPPED -> Set.of(CallStatus.DROPPED);
      case CANCELED -> Set.of(CallStatus.CANCELED);
    };
  }

  private static Condition businessNumber(PhoneNumber number) {
    return new Condition(
        "businessNumber=" + number.digits(),
        call -> call.businessNumber().filter(number::equals).isPresent());
  }

  private static Condition extension(String digits) {
    Extension asked = new Extension(digits);
    return new Condition("extension=" + digits, call -> talked(call).contains(asked));
  }

  private static Condition phone(PhoneNumber number) {
    return new Condition(
        "phone=" + number.digits(),
        call -> call.client().flatMap(Party::phone).filter(number::equals).isPresent());
  }

  private static Condition text(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    boolean isNumber = wanted.chars().noneMatch(Character::isLetter);
    String digits = wanted.replaceAll("\\D", "");
    return new Condition(
        "q=" + text.replace(" ", "%20"),
        call ->
            texts(call)
                .anyMatch(
                    said ->
                        said.toLowerCase(Locale.ROOT).contains(wanted)
                            || (isNumber && said.replaceAll("\\D", "").contains(digits))));
  }

  private static Stream<String> texts(Call call) {
    List<Party> parties = new ArrayList<>(List.of(call.from(), call.to()));
    call.legs().stream().map(Leg::party).forEach(parties::add);
    return Stream.of(
            parties.stream().map(Party::value),
            parties.stream().flatMap(party -> party.name().stream()),
            call.businessNumber().stream().map(PhoneNumber::e164),
            call.agent().flatMap(Agent::name).stream(),
            call.comment().stream())
        .flatMap(texts -> texts);
  }

  static Set<Extension> talked(Call call) {
    return Stream.concat(call.agent().map(Agent::extension).stream(), call.otherTalkers().stream())
        .collect(Collectors.toSet());
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
