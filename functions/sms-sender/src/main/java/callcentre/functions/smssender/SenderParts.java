package callcentre.functions.smssender;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.aws.Variable;
import callcentre.client.MightyCallClients;
import callcentre.domain.messages.sending.Pace;
import callcentre.messaging.MessageRetention;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.sms.Paces;
import callcentre.storage.sms.SmsAttachments;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The sender's parts, put together by hand. Making them reads nothing. */
final class SenderParts {

  private static final int USUAL_PACE_MILLIS = 1_000;
  private static final int LONGEST_PACE_MILLIS = 60_000;

  private SenderParts() {}

  static Sender sender(
      AwsClients clients, Environment environment, InstantSource clock, RandomGenerator random) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    MightyCallClients provider =
        MightyCallClients.of(
            environment, database, new Secrets(clients::secretsManager, clock), clock);
    OutgoingMessages messages = new OutgoingMessages(database, MessageRetention.of(environment));
    Paces paces = new Paces(database);
    return new Sender(
        messages,
        new Gates(
            new OptOuts(database),
            new OrganisationRules(
                new DirectoryCache(new NumberAssignmentRepository(database), clock),
                new OrganisationRepository(database),
                clock),
            new RecipientZones(),
            paces,
            () -> pace(environment)),
        new SmsAttachments(database),
        new Delivery(messages, paces, provider.account().messages(), clock),
        clock,
        random);
  }

  private static Pace pace(Environment environment) {
    return new Pace(
        Duration.ofMillis(
            environment.integer(
                Variable.SMS_PACE_MILLIS, 0, LONGEST_PACE_MILLIS, USUAL_PACE_MILLIS)));
  }
}
