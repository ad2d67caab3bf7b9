package callcentre.functions.liveconnections;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.cloud.websocket.EmbeddedWebSocketApi;
import callcentre.cloud.websocket.Limits;
import callcentre.cloud.websocket.RouteIntegration;
import callcentre.cloud.websocket.RouteKey;
import callcentre.cloud.websocket.WebSocketApi;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.TicketText;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.live.LiveTicketRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The function behind an embedded API Gateway, with the tables of a stage of its own. */
final class LiveStage implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  final AtomicReference<Instant> now;
  final RequestCounter requests = new RequestCounter();
  final FaultInjector faults = new FaultInjector();
  final Database database;
  final EmbeddedWebSocketApi gateway;
  private final LiveTicketRepository tickets;
  private final Random random = new Random(11);
  private final LiveConnectionsHandler handler;

  LiveStage(Cloud cloud, Instant start) {
    now = new AtomicReference<>(start);
    String stage = cloud.newStage();
    for (Table table :
        new Table[] {
          Table.LIVE_CONNECTIONS,
          Table.USERS,
          Table.ORGANISATIONS,
          Table.NUMBER_ASSIGNMENTS,
          Table.CALL_HISTORY,
          Table.VOICEMAIL_LOGS,
          Table.SMS_LOGS,
          Table.AGENT_STATUS_HISTORY,
          Table.SYNC_JOBS,
          Table.PROVIDER_USAGE
        }) {
      TemplateTables.create(cloud, stage, table.baseName());
    }
    AwsClients clients = cloud.clients(requests, faults);
    database = new Database(clients::dynamoDb, () -> new Tables(stage));
    tickets = new LiveTicketRepository(database);
    AtomicReference<RouteIntegration> route = new AtomicReference<>();
    RouteIntegration function = event -> route.get().invoke(event);
    gateway =
        EmbeddedWebSocketApi.start(
            new WebSocketApi(
                "live",
                stage,
                Map.of(
                    RouteKey.CONNECT, function,
                    RouteKey.DEFAULT, function,
                    RouteKey.DISCONNECT, function),
                Limits.AWS),
            0);
    handler =
        new LiveConnectionsHandler(
            clients,
            new Environment(
                Map.of(
                    Variable.STAGE.name(),
                    stage,
                    Variable.LIVE_MANAGEMENT_ENDPOINT.name(),
                    gateway.managementEndpoint().toString())),
            now::get);
    route.set(this::invoke);
  }

  private byte[] invoke(byte[] event) {
    try {
      return JSON.writeValueAsBytes(
          handler.handleRequest(
              JSON.readValue(event, APIGatewayV2WebSocketEvent.class),
              new Invocation(Duration.ofSeconds(29))));
    } catch (IOException malformed) {
      throw new UncheckedIOException("an event or an answer is no JSON", malformed);
    }
  }

  LiveConnectionsHandler handler() {
    return handler;
  }

  /** A ticket that is good for a minute from now. */
  TicketText ticket(LiveHolder holder, Instant rightsEnd) {
    TicketText ticket = TicketText.next(random);
    tickets.put(ticket.hash(), new LiveTicket(holder, now.get().plusSeconds(60), rightsEnd));
    return ticket;
  }

  URI address(String ticket) {
    return URI.create(gateway.address() + "?ticket=" + ticket);
  }

  /** A connection of somebody. */
  LiveClient connect(LiveHolder holder) {
    return LiveClient.connect(address(ticket(holder, now.get().plusSeconds(3600)).value()));
  }

  @Override
  public void close() {
    gateway.close();
  }

  static LiveHolder registered(String id, Role role, String... organisations) {
    return new LiveHolder(
        id,
        true,
        role,
        List.of(organisations).stream().map(OrganisationId::new).collect(Collectors.toSet()));
  }

  void organisation(String id) {
    new OrganisationRepository(database).name(new OrganisationId(id), id, now.get());
  }

  void user(String id, Role role, Set<String> organisations, ExtensionAssignment assignment) {
    organisations.forEach(this::organisation);
    new UserRepository(database)
        .change(
            id,
            before ->
                new User(
                    id,
                    role,
                    organisations.stream().map(OrganisationId::new).collect(Collectors.toSet()),
                    List.of(assignment),
                    id,
                    Optional.empty(),
                    now.get(),
                    now.get()));
  }

  static ExtensionAssignment assignment(String extension, Instant from) {
    return new ExtensionAssignment(new Extension(extension), Interval.since(from));
  }
}
