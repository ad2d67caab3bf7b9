package callcentre.functions.messages.sending;

import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answer of {@code POST …/send-sms} (contract: fixed).
 *
 * @param duplicate whether the same was asked for a moment ago, and this is what became of it then
 * @param messages one for each recipient, in the order in which they were asked for
 */
record SendAnswer(
    boolean success, String message, boolean duplicate, List<SentMessageView> messages) {

  SendAnswer {
    messages = List.copyOf(messages);
  }

  /** What is answered to an order of which these recipients are sent to. */
  static SendAnswer of(SendOrder order, MessageBatch batch) {
    Map<PhoneNumber, OutgoingMessage> queued =
        batch.messages().stream()
            .collect(Collectors.toMap(OutgoingMessage::to, Function.identity()));
    Segments segments = Segments.of(order.text());
    List<SentMessageView> views =
        order.to().stream()
            .map(
                to -> {
                  OutgoingMessage message = queued.get(to);
                  return message == null
                      ? SentMessageView.optedOut(to, segments)
                      : SentMessageView.queued(message);
                })
            .toList();
    return new SendAnswer(true, sentence(queued.size(), views.size()), false, views);
  }

  private static String sentence(int queued, int asked) {
    String sent = queued == 1 ? "1 message is queued." : queued + " messages are queued.";
    int rejected = asked - queued;
    return rejected == 0
        ? sent
        : sent
            + " "
            + (rejected == 1 ? "1 recipient wants" : rejected + " recipients want")
            + " no messages and gets none.";
  }
}
