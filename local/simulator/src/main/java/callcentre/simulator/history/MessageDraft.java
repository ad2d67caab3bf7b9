package callcentre.simulator.history;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.IdSource;
import callcentre.simulator.account.PhoneNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An SMS or MMS in the making, for tests and the control API; usually one that comes in. */
public final class MessageDraft {

  private static final String USUAL_CLIENT = "+13475550123";

  private final Instant at;
  private Client client = Client.ofNumber(USUAL_CLIENT, null);
  private @Nullable String number;
  private @Nullable String agent;
  private String text = "Hello";
  private TextMessage.@Nullable Delivery delivery;
  private final List<TextMessage.Attachment> attachments = new ArrayList<>();
  private Marks marks = Marks.NONE;
  private @Nullable String guid;
  private @Nullable String requestId;

  private MessageDraft(Instant at) {
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A message of then, to the millisecond. */
  public static MessageDraft at(Instant time) {
    return new MessageDraft(time);
  }

  /** The client's number; the name may be null. */
  public MessageDraft client(String clientNumber, @Nullable String name) {
    client = Client.ofNumber(clientNumber, name);
    return this;
  }

  /** The account's number. */
  public MessageDraft number(String businessNumber) {
    number = businessNumber;
    return this;
  }

  /** A colleague sends it. */
  public MessageDraft sentBy(String extension) {
    agent = extension;
    return this;
  }

  /** What it says. */
  public MessageDraft text(String words) {
    text = words;
    return this;
  }

  /** What became of it. */
  public MessageDraft delivery(TextMessage.Delivery state) {
    delivery = state;
    return this;
  }

  /** A file that comes with it. */
  public MessageDraft attach(TextMessage.Attachment attachment) {
    attachments.add(attachment);
    return this;
  }

  /** What is noted of it. */
  public MessageDraft marked(Marks noted) {
    marks = noted;
    return this;
  }

  /** Its ids; null for a new one. */
  public MessageDraft ids(@Nullable String messageGuid, @Nullable String journalId) {
    guid = messageGuid;
    requestId = journalId;
    return this;
  }

  /** The message; ids that were not given come from {@code identifiers}. */
  public TextMessage build(AccountData account, IdSource identifiers) {
    boolean sent = agent != null;
    TextMessage.Delivery usual =
        sent ? TextMessage.Delivery.SENT : TextMessage.Delivery.UNSPECIFIED;
    return new TextMessage(
        requestId == null ? identifiers.requestId(at) : requestId.toLowerCase(Locale.ROOT),
        guid == null ? identifiers.guid() : guid.toLowerCase(Locale.ROOT),
        at,
        sent ? Origin.OUTBOUND : Origin.INBOUND,
        client,
        number == null ? firstNumber(account) : number,
        agent,
        text,
        delivery == null ? usual : delivery,
        attachments,
        marks);
  }

  private static String firstNumber(AccountData account) {
    return account.numbers().stream()
        .map(PhoneNumber::number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The account has no number; give one"));
  }
}
