package callcentre.functions.messages.log;

import callcentre.api.access.Caller;
import callcentre.api.answer.ListAnswer;
import callcentre.api.history.HistoryKind;
import callcentre.api.history.HistoryLists;
import callcentre.api.request.QueryParameters;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.sync.Dataset;
import callcentre.storage.messages.MessageLog;
import callcentre.views.MessageView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Lists messages. */
@Singleton
final class MessageList {

  private static final HistoryKind<LoggedMessage> MESSAGES =
      new HistoryKind<>("sms_logs", Set.of(Dataset.JOURNAL), MessageView::of);

  private final HistoryLists lists;
  private final MessageLog log;
  private final InstantSource clock;

  MessageList(HistoryLists lists, MessageLog log, InstantSource clock) {
    this.lists = lists;
    this.log = log;
    this.clock = clock;
  }

  /** A page of the messages that the caller may see and asks for, newest first. */
  ListAnswer list(Caller caller, QueryParameters query) {
    MessageFilter filter = MessageFilter.read(query, clock.instant());
    return lists.page(
        MESSAGES,
        caller,
        query,
        filter.page(),
        (scope, limit, from) -> log.page(filter.within(scope), limit, from));
  }
}
