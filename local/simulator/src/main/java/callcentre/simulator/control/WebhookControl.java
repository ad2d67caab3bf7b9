package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.webhooks.Delivery;
import callcentre.simulator.webhooks.EventNames;
import callcentre.simulator.webhooks.RefusedUrlException;
import callcentre.simulator.webhooks.RegisteredUrl;
import callcentre.simulator.webhooks.Webhooks;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** {@code /_simulator/webhooks}: the account's URLs, as its panel shows them, and what was sent. */
final class WebhookControl implements Family {

  private static final String PATH = "/_simulator/webhooks";
  private static final String DELIVERIES = PATH + "/deliveries";

  private final Webhooks webhooks;

  WebhookControl(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(call -> state())),
        Route.of("POST", PATH, new Endpoint.Open(this::register)),
        Route.of("PUT", PATH, new Endpoint.Open(this::change)),
        Route.of("DELETE", PATH, new Endpoint.Open(call -> removeAll())),
        Route.of("DELETE", PATH + "/urls/{id}", new Endpoint.Open(this::remove)),
        Route.of("POST", PATH + "/events", new Endpoint.Open(this::send)),
        Route.of("GET", DELIVERIES, new Endpoint.Open(call -> deliveries())),
        Route.of("DELETE", DELIVERIES, new Endpoint.Open(call -> forget())));
  }

  private Answer register(Call call) {
    Fields fields = Fields.ofBody(call, "url", "parallel");
    URI url =
        fields
            .parsed("url", WebhookControl::uri, "a URL")
            .orElseThrow(() -> ControlException.invalid("Give the url of the receiver"));
    int parallel = fields.integer("parallel", 1, Webhooks.MOST_PARALLEL).orElse(1);
    try {
      return Answer.json(201, json(webhooks.register(url, parallel)));
    } catch (RefusedUrlException refused) {
      throw ControlException.invalid(String.valueOf(refused.getMessage()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw ControlException.invalid("The simulator stops; nothing was registered");
    }
  }

  private Answer change(Call call) {
    Fields.ofBody(call, "names")
        .named("names", EventNames::ofLabel, "classic, contact-center")
        .ifPresent(webhooks::change);
    return state();
  }

  private Answer removeAll() {
    webhooks.removeAll();
    return state();
  }

  private Answer remove(Call call) {
    String id = call.variable("id");
    if (!webhooks.remove(id)) {
      throw ControlException.unknown("There is no URL with the id " + id);
    }
    return state();
  }

  private Answer send(Call call) {
    String id = Fields.ofBody(call, "call").requiredText("call");
    int events =
        webhooks
            .sendAgain(id)
            .orElseThrow(() -> ControlException.unknown("There is no call with the id " + id));
    return Answer.ok(Json.object().put("events", events));
  }

  private Answer state() {
    ObjectNode json =
        Json.object()
            .put("names", webhooks.names().label())
            .put("waiting", webhooks.waiting())
            .put("taken", webhooks.deliveries().taken())
            .put("refused", webhooks.deliveries().refused());
    ArrayNode urls = json.putArray("urls");
    webhooks.urls().forEach(url -> urls.add(json(url)));
    return Answer.ok(json);
  }

  private Answer forget() {
    webhooks.deliveries().clear();
    return deliveries();
  }

  private Answer deliveries() {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("deliveries");
    for (Delivery delivery : webhooks.deliveries().all()) {
      all.addObject()
          .put("at", delivery.at().toString())
          .put("url", delivery.urlId())
          .put("type", delivery.type())
          .put("call", delivery.callId())
          .put("extension", delivery.extension())
          .put("timestamp", delivery.timestamp().toString())
          .put("status", delivery.status())
          .put("failure", delivery.failure());
    }
    return Answer.ok(json);
  }

  private static ObjectNode json(RegisteredUrl url) {
    return Json.object()
        .put("id", url.id())
        .put("url", url.url().toString())
        .put("parallel", url.parallel())
        .put("echoed", url.echoed())
        .put("since", url.since().toString());
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException unreadable) {
      throw ControlException.invalid("url must be a URL");
    }
  }
}
