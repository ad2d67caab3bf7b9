package callcentre.functions.messages;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.people.Role;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class MessagesStage extends ApiStage {

  static final String ACCOUNT = "/api/admin/mightycall";
  static final String LOGS = ACCOUNT + "/sms-logs";

  static final NumberAttributes ABLE =
      new NumberAttributes(true, false, false, false, "Enabled", true, true, "None");

  private final Cloud cloud;
  private final Queue queue;

  private MessagesStage(Cloud cloud, Queue queue) {
    super(
        ApiHarness.in(cloud)
            .signing()
            .tables(
                "sms_logs",
                "sms_attachments",
                "sms_opt_outs",
                "phone_numbers",
                "number_assignments",
                "organisations",
                "users",
                "sync_state",
                "idempotency")
            .with(Variable.SMS_QUEUE_URL, queue.url()));
    this.cloud = cloud;
    this.queue = queue;
  }

  /** A stage with two organisations: north owns the first two numbers, south the third. */
  static MessagesStage in(Cloud cloud) {
    MessagesStage stage = emptyIn(cloud);
    stage.organisations("north", "south");
    stage.number(Facts.MAIN, ABLE);
    stage.number(Facts.SECOND, ABLE);
    stage.number(Facts.OTHER, ABLE);
    stage.assign(Facts.MAIN, "north", Optional.empty());
    stage.assign(Facts.SECOND, "north", Optional.empty());
    stage.assign(Facts.OTHER, "south", Optional.empty());
    return stage;
  }

  /** Without organisations, numbers, and anything else. */
  static MessagesStage emptyIn(Cloud cloud) {
    return new MessagesStage(
        cloud, cloud.createQueue("sms-" + UUID.randomUUID(), Duration.ofSeconds(30)));
  }

  void number(PhoneNumber number, NumberAttributes attributes) {
    ListedNumber listed = new ListedNumber(number.e164(), Optional.empty(), attributes);
    change(
        number,
        AccountNumber.firstSeen(new JoinedNumber(number, listed, List.of()), clock.instant()));
  }

  void removed(PhoneNumber number) {
    AccountNumber known = api.bean(PhoneNumberRepository.class).find(number).orElseThrow().value();
    change(number, known.missing(clock.instant()));
  }

  private void change(PhoneNumber number, AccountNumber next) {
    PhoneNumberRepository numbers = api.bean(PhoneNumberRepository.class);
    numbers.change(number, numbers.find(number), stored -> next);
  }

  /** Stores an agent who answers at an extension since then. */
  Principal agent(String id, String extension, String since, String... organisations) {
    agent(id, since(extension, since));
    return Callers.withExtension(
        Callers.withId(Callers.of(Role.AGENT, organisations), id), extension);
  }

  /** Stores what the journal says, as a sync does. */
  void store(List<? extends MessageFact> facts) {
    store(
        api.bean(HistoryGate.class).messages(facts),
        new MessageStore(api.bean(Database.class), Retention::forEver)::store);
  }

  /** Moves a message on, as sender and dispatcher do. */
  OutgoingMessage change(String id, UnaryOperator<OutgoingMessage> next) {
    OutgoingMessages messages = api.bean(OutgoingMessages.class);
    Versioned<OutgoingMessage> row = messages.find(OutgoingId.find(id).orElseThrow()).orElseThrow();
    return messages.write(row, next.apply(row.value())).value();
  }

  OutgoingMessage message(String id) {
    return api.bean(OutgoingMessages.class)
        .find(OutgoingId.find(id).orElseThrow())
        .orElseThrow()
        .value();
  }

  /** The bodies of what is on the queue now; they are taken from it. */
  List<String> takeQueued() {
    List<String> bodies = new ArrayList<>();
    List<Message> received;
    do {
      received =
          cloud
              .sqs()
              .receiveMessage(request -> request.queueUrl(queue.url()).maxNumberOfMessages(10))
              .messages();
      received.forEach(
          message -> {
            bodies.add(message.body());
            cloud
                .sqs()
                .deleteMessage(
                    request ->
                        request.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
          });
    } while (!received.isEmpty());
    return bodies;
  }

  Request send(Principal caller, String body) {
    return api.post(ACCOUNT + "/send-sms").as(caller).body(body);
  }

  /** Sends a text from the main number to the client and answers its id. */
  String sent(Principal caller, String text) {
    return sentId(send(caller, body(Facts.MAIN, text, Facts.CLIENT)).send());
  }

  static String sentId(Answer answer) {
    if (answer.status() != 202) {
      throw new AssertionError(answer.body());
    }
    return answer.json().at("/messages/0/id").asText();
  }

  static String body(PhoneNumber from, String text, PhoneNumber... to) {
    List<String> written = new ArrayList<>();
    for (PhoneNumber number : to) {
      written.add("\"" + number + "\"");
    }
    return "{\"from\":\"%s\",\"to\":[%s],\"message\":\"%s\"}"
        .formatted(from, String.join(",", written), text);
  }
}
