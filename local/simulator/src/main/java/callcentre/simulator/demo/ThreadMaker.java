package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.MessageDraft;
import callcentre.simulator.history.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the messages of a day: a client and a colleague writing to and fro. */
final class ThreadMaker {

  private static final List<String> RECEIVED =
      List.of(
          "Running ten minutes late",
          "Thanks!",
          "Can you send me the address?",
          "Is Friday at 10 still free?",
          "Please call me when you can");
  private static final List<String> SENT =
      List.of(
          "Here is the map",
          "You are welcome",
          "Friday at 10 is booked for you",
          "We will call you this afternoon",
          "Your order is ready");

  private final AccountData account;
  private final Staff staff;
  private final DayRandom day;
  private final RandomGenerator random;
  private final Notes notes;

  ThreadMaker(AccountData account, Staff staff, DayRandom day) {
    this.account = account;
    this.staff = staff;
    this.day = day;
    random = day.random();
    notes = new Notes(random);
  }

  /**
   * A thread that begins then.
   *
   * @param most its most messages, 1 or more
   * @param end all of its messages are before this
   */
  List<TextMessage> thread(Instant begin, int most, Instant end) {
    Client client = Clients.somebody(random);
    String number = staff.texting().get(random.nextInt(staff.texting().size()));
    String agent = Objects.requireNonNull(staff.some(1, random).getFirst().extension());
    List<TextMessage> messages = new ArrayList<>();
    int length = Math.min(most, 1 + random.nextInt(5));
    boolean sent = random.nextInt(3) == 0;
    Instant at = begin;
    while (messages.size() < length && at.isBefore(end)) {
      MessageDraft draft =
          MessageDraft.at(at).client(client.address(), client.name()).number(number);
      messages.add(message(draft, sent ? agent : null).build(account, day));
      at = at.plusMillis(20_000 + random.nextInt(900_000));
      sent = !sent;
    }
    return messages;
  }

  private MessageDraft message(MessageDraft draft, @Nullable String agent) {
    boolean sent = agent != null;
    List<String> texts = sent ? SENT : RECEIVED;
    draft.text(texts.get(random.nextInt(texts.size()))).marked(notes.ofMessage(sent));
    if (agent != null) {
      draft.sentBy(agent);
      if (random.nextInt(50) == 0) {
        draft.delivery(TextMessage.Delivery.NOT_SENT);
      }
    }
    if (random.nextInt(12) == 0) {
      draft.attach(new TextMessage.Attachment("map.png", 9_000 + random.nextInt(90_000), true));
    }
    return draft;
  }
}
