package callcentre.functions.liveconnections;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.client.budget.BudgetConfiguration;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.people.Role;
import callcentre.live.Gateway;
import callcentre.live.Line;
import callcentre.live.rows.Colleagues;
import callcentre.live.rows.StoredRows;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.LiveTicketRepository;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.people.UserRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the function is made of; making it reads nothing. */
record Parts(
    Opening opening,
    Conversation conversation,
    LiveConnectionRepository connections,
    Doorkeeper doorkeeper,
    Feed feed,
    Line line) {

  static Parts of(AwsClients clients, Environment environment, InstantSource clock) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    LiveConnectionRepository connections = new LiveConnectionRepository(database);
    SubscriptionRepository subscriptions = new SubscriptionRepository(database);
    Doorkeeper doorkeeper = new Doorkeeper(new UserRepository(database), subscriptions);
    Feed feed =
        new Feed(
            new DeltaRepository(database),
            new StoredRows(
                database,
                new DirectoryCache(new NumberAssignmentRepository(database), clock),
                new Colleagues(database, clock),
                () -> BudgetConfiguration.read(environment),
                clock));
    Line line = new Line(Gateway.of(environment, clients), connections);
    return new Parts(
        new Opening(new LiveTicketRepository(database), connections, clock),
        new Conversation(connections, subscriptions, doorkeeper, feed, line, clock),
        connections,
        doorkeeper,
        feed,
        line);
  }

  /** Opens, subscribes and resumes a connection of nobody, from nothing to nobody. */
  void prime() {
    LiveHolder nobody = new LiveHolder("priming", true, Role.NONE, Set.of());
    LiveConnection connection =
        LiveConnection.open(
            new ConnectionId("priming="),
            new LiveTicket(nobody, Instant.EPOCH, Instant.EPOCH),
            Instant.EPOCH);
    connections.open(connection);
    doorkeeper.review(connection, doorkeeper.access(connection, Instant.EPOCH));
    Subscription subscription =
        new Subscription(Topic.ALL, connection.id(), connection.ends(), Optional.empty());
    line.tell(connection.id(), feed.state(subscription, Instant.EPOCH));
    line.tell(connection.id(), List.of(new ServerMessage.Pong(Instant.EPOCH)));
    conversation.answer(connection.id(), "{\"type\":\"ping\"}");
    connections.forget(connection.id());
  }
}
