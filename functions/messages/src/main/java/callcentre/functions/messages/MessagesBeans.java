package callcentre.functions.messages;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.messaging.MessageRetention;
import callcentre.messaging.Outbox;
import callcentre.messaging.SmsQueue;
import callcentre.storage.database.Database;
import callcentre.storage.messages.Conversations;
import callcentre.storage.messages.MessageLog;
import callcentre.storage.messages.MessageUsage;
import callcentre.storage.sms.BatchAcceptance;
import callcentre.storage.sms.ClientOptOuts;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OptOutList;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.sms.SmsAttachments;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What this function's controllers are made of; making it reads nothing. */
@Factory
final class MessagesBeans {

  @Singleton
  OutgoingMessages outgoing(Database database, Environment environment) {
    return new OutgoingMessages(database, MessageRetention.of(environment));
  }

  @Singleton
  MessageBatches batches(Database database) {
    return new MessageBatches(database);
  }

  @Singleton
  BatchAcceptance acceptance(Database database) {
    return new BatchAcceptance(database);
  }

  @Singleton
  SmsAttachments attachments(Database database) {
    return new SmsAttachments(database);
  }

  @Singleton
  OptOuts optOuts(Database database) {
    return new OptOuts(database);
  }

  @Singleton
  ClientOptOuts clientOptOuts(Database database) {
    return new ClientOptOuts(database);
  }

  @Singleton
  OptOutList optOutList(Database database) {
    return new OptOutList(database);
  }

  @Singleton
  MessageLog log(Database database, InstantSource clock) {
    return new MessageLog(database, clock);
  }

  @Singleton
  Conversations conversations(Database database, MessageLog log) {
    return new Conversations(database, log);
  }

  @Singleton
  MessageUsage usage(Database database) {
    return new MessageUsage(database);
  }

  @Singleton
  Outbox outbox(
      MessageBatches batches,
      OutgoingMessages messages,
      AwsClients clients,
      Environment environment,
      InstantSource clock) {
    return new Outbox(batches, messages, SmsQueue.of(clients, environment), clock);
  }
}
