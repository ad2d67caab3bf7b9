package callcentre.simulator.families.messages;

import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.families.Times;
import callcentre.simulator.history.Client;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code messages/send} and {@code contactcenter/messages/send} (MightyCall reference 3.8): one
 * method under two names, on both kinds of host. It is not idempotent: the same request twice is
 * two messages. What was sent is in the journal, as late as the journal is.
 */
public final class MessagesFamily implements Family {

  private final World world;

  public MessagesFamily(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("POST", "/v4/api/messages/send", new Endpoint.SignedIn(this::send)),
        Route.of("POST", "/v4/api/contactcenter/messages/send", new Endpoint.SignedIn(this::send)));
  }

  private Answer send(Call call, TeamUser user) {
    if (!call.request().mediaType().matches("(application|text)/json")) {
      return ProviderErrors.unsupportedMediaType(call.request());
    }
    SendModel model = SendModel.read(call.request().body());
    if (!model.problems().isEmpty()) {
      return ProviderErrors.modelState("The request is invalid.", model.problems());
    }
    return numberOf(model)
        .map(number -> sent(call, model, number, user))
        .orElseGet(() -> ProviderErrors.message(403, "Failed to send message."));
  }

  /** Another number, one that is not set up for texts, or for files: 403 (reference 3.8, C). */
  private Optional<String> numberOf(SendModel model) {
    return world.account().data().numbers().stream()
        .filter(number -> number.number().equals(model.from()) && maySend(number))
        .filter(number -> model.attachments().isEmpty() || number.isMmsEnabled())
        .map(PhoneNumber::number)
        .findFirst();
  }

  private static boolean maySend(PhoneNumber number) {
    return number.isEnabled()
        && number.smsMode().equals("Enabled")
        && number.numberMessagingVerified()
        && number.mayText();
  }

  private Answer sent(Call call, SendModel model, String businessNumber, TeamUser user) {
    Instant now = world.clock().instant().truncatedTo(ChronoUnit.MICROS);
    List<TextMessage> messages = new ArrayList<>();
    for (String to : model.to()) {
      messages.add(message(model, businessNumber, to, user, now));
    }
    world.history().add(messages);
    ObjectNode body =
        Json.object()
            .put("message", "SMS message sent successfully.")
            .put("id", messages.getFirst().guid())
            .put("sourcePhoneNumber", businessNumber);
    ArrayNode destinations = body.putArray("destinationPhoneNumbers");
    model.to().forEach(destinations::add);
    body.put("sendTime", Times.offsetSeven(now).replace("+00:00", ""));
    files(body, messages.getFirst(), call);
    return Answer.ok(body);
  }

  private TextMessage message(
      SendModel model, String businessNumber, String to, TeamUser user, Instant now) {
    return new TextMessage(
        world.identifiers().requestId(now),
        world.identifiers().guid(),
        now,
        Origin.OUTBOUND,
        Client.ofNumber(to.startsWith("+") ? to : "+" + to, null),
        businessNumber,
        user.extension(),
        model.message(),
        TextMessage.Delivery.SENT,
        model.attachments(),
        Marks.NONE.withRead(true));
  }

  private void files(ObjectNode body, TextMessage message, Call call) {
    if (message.attachments().isEmpty()) {
      body.putNull("attachments");
      return;
    }
    ArrayNode files = body.putArray("attachments");
    for (int i = 0; i < message.attachments().size(); i++) {
      TextMessage.Attachment file = message.attachments().get(i);
      files
          .addObject()
          .put("fileName", file.fileName())
          .put("fileSize", file.sizeBytes())
          .put("link", world.audioLinks().ofAttachment(message, i, call.request()))
          .put("isSupportedFormat", true)
          .put("isImage", file.isImage())
          .put("isStorageExpired", false)
          .put("isActive", true);
    }
  }
}
