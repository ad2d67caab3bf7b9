package callcentre.functions.operations;

import callcentre.domain.events.WebhookState;
import callcentre.storage.database.Database;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.WaitingEvents;
import callcentre.storage.events.WebhookStateRepository;
import jakarta.inject.Singleton;

/** What is known of the webhook. */
@Singleton
final class WebhookReport {

  /** As many are as bad as more, and counting them costs. */
  static final int MOST_COUNTED = 10_000;

  private final WebhookStateRepository states;
  private final WaitingEvents events;

  WebhookReport(Database database) {
    states = new WebhookStateRepository(database);
    events = new WaitingEvents(database);
  }

  WebhookState state() {
    return states.find();
  }

  int quarantined() {
    return events.count(EventStanding.QUARANTINED, MOST_COUNTED);
  }

  int parked() {
    return events.count(EventStanding.PARKED, MOST_COUNTED);
  }
}
