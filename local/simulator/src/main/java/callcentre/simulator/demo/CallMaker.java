package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Makes the calls of a day. */
final class CallMaker {

  private static final List<String> SAID =
      List.of(
          "Hi, please call me back.",
          "Hello, I have a question about my last invoice, thank you.",
          "This is about the appointment on Tuesday, could we move it?",
          "Please send me the new price list, my number is the one you see.",
          "I tried twice today. Please ring me after five.");

  private final AccountData account;
  private final Staff staff;
  private final DayRandom day;
  private final RandomGenerator random;
  private final Notes notes;

  CallMaker(AccountData account, Staff staff, DayRandom day) {
    this.account = account;
    this.staff = staff;
    this.day = day;
    random = day.random();
    notes = new Notes(random);
  }

  PhoneCall voicemail(Instant at) {
    String owner = extension(staff.some(1, random), 0);
    Duration length = Duration.ofMillis(3_000 + random.nextInt(85_000));
    boolean understood = random.nextInt(12) > 0;
    boolean shared = random.nextInt(3) == 0;
    CallDraft draft =
        incoming(at)
            .rung(owner)
            .ringing(Duration.ofMillis(15_000 + random.nextInt(12_000)))
            .lasting(length.plusMillis(6_000 + random.nextInt(9_000)))
            .leaving(
                null,
                length,
                understood ? SAID.get(random.nextInt(SAID.size())) : null,
                shared ? null : owner)
            .marked(notes.ofUnanswered());
    return draft.build(account, day);
  }

  PhoneCall call(Instant at, Plot plot) {
    List<TeamUser> people = staff.some(3, random);
    String first = extension(people, 0);
    String second = extension(people, 1);
    CallDraft draft =
        switch (plot) {
          case ANSWERED -> talk(incoming(at).answeredBy(first));
          case GROUP_ANSWERED -> talk(group(incoming(at), people));
          case SECOND_ANSWERED -> talk(incoming(at).rung(first).answeredBy(second));
          case TRANSFERRED -> talk(incoming(at).answeredBy(first).answeredBy(second));
          case CONSULTED -> talk(incoming(at).answeredBy(first).consulting(second));
          case MISSED -> unanswered(incoming(at).rung(first, second), CallState.MISSED);
          case DROPPED -> unanswered(incoming(at).rung(first), CallState.DROPPED);
          case CALLED_OUT -> talk(outgoing(at, first));
          case CALLED_OUT_UNANSWERED -> unanswered(outgoing(at, first), CallState.NO_ANSWER);
          case CALLED_OUT_CANCELED -> unanswered(outgoing(at, first), CallState.CANCELED);
          case INTERNAL -> brief(CallDraft.at(at).internal(first, second));
          case INTERNAL_MISSED ->
              unanswered(CallDraft.at(at).internal(first, second), CallState.MISSED);
          case CALLED_BACK -> talk(callback(at).answeredBy(first));
          case CALLED_BACK_IN_VAIN -> unanswered(callback(at).rung(first), CallState.MISSED);
        };
    return draft.build(account, day);
  }

  /** The same client once more, a moment later: hard to tell apart without the call's id. */
  PhoneCall again(PhoneCall call) {
    return CallDraft.at(call.at().plusMillis(300 + random.nextInt(1_600)))
        .with(call.client())
        .number(Objects.requireNonNullElse(call.businessNumber(), staff.numbers().getFirst()))
        .ending(CallState.DROPPED)
        .ringing(Duration.ofMillis(900))
        .marked(notes.ofUnanswered())
        .build(account, day);
  }

  private CallDraft incoming(Instant at) {
    return CallDraft.at(at).with(Clients.caller(random)).number(number());
  }

  private CallDraft callback(Instant at) {
    return CallDraft.at(at).callback().with(Clients.somebody(random)).number(number());
  }

  private CallDraft outgoing(Instant at, String extension) {
    Client client = Clients.somebody(random);
    return CallDraft.at(at).outgoing(extension, client.address()).with(client).number(number());
  }

  private CallDraft group(CallDraft draft, List<TeamUser> people) {
    for (int i = 1; i < people.size(); i++) {
      draft.rung(extension(people, i));
    }
    draft.answeredBy(extension(people, 0));
    return staff.groups().isEmpty()
        ? draft
        : draft.group(staff.groups().get(random.nextInt(staff.groups().size())));
  }

  private CallDraft talk(CallDraft draft) {
    // Many short talks, a few long ones, and now and then one of most of an hour.
    double length = Math.exp(4.4 + 1.1 * random.nextGaussian());
    draft
        .ringing(Duration.ofMillis(2_000 + random.nextInt(20_000)))
        .lasting(Duration.ofMillis((long) (1_000 * Math.min(5_400, Math.max(3, length)))))
        .marked(notes.ofTalk());
    return random.nextInt(10) < 7 ? draft.recorded() : draft;
  }

  private CallDraft brief(CallDraft draft) {
    return draft
        .ringing(Duration.ofMillis(1_000 + random.nextInt(6_000)))
        .lasting(Duration.ofMillis(5_000 + random.nextInt(180_000)))
        .marked(notes.ofTalk());
  }

  private CallDraft unanswered(CallDraft draft, CallState state) {
    return draft
        .ending(state)
        .ringing(Duration.ofMillis(1_500 + random.nextInt(28_000)))
        .marked(notes.ofUnanswered());
  }

  private String number() {
    return staff.numbers().get(random.nextInt(staff.numbers().size()));
  }

  private static String extension(List<TeamUser> people, int index) {
    return Objects.requireNonNull(people.get(index).extension());
  }
}
