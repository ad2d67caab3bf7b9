package callcentre.functions.messages.conversations;

import callcentre.api.access.Caller;
import callcentre.api.answer.ListAnswer;
import callcentre.api.history.HistoryKind;
import callcentre.api.history.HistoryLists;
import callcentre.api.problem.ApiException;
import callcentre.api.request.QueryParameters;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.messages.Conversations;
import callcentre.storage.messages.MessageLog;
import callcentre.storage.sms.OptOuts;
import callcentre.views.MessageView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists conversations, and the messages of one. */
@Singleton
final class ConversationLists {

  private static final HistoryKind<LoggedMessage> CONVERSATIONS =
      new HistoryKind<>("conversations", Set.of(Dataset.JOURNAL), ConversationView::of);

  private static final HistoryKind<LoggedMessage> MESSAGES =
      new HistoryKind<>("messages", Set.of(Dataset.JOURNAL), MessageView::of);

  private final HistoryLists lists;
  private final Conversations conversations;
  private final MessageLog log;
  private final OptOuts optOuts;
  private final InstantSource clock;

  ConversationLists(
      HistoryLists lists,
      Conversations conversations,
      MessageLog log,
      OptOuts optOuts,
      InstantSource clock) {
    this.lists = lists;
    this.conversations = conversations;
    this.log = log;
    this.optOuts = optOuts;
    this.clock = clock;
  }

  /** A page of the conversations in which the caller may see a message, the newest first. */
  ListAnswer list(Caller caller, QueryParameters query) {
    ConversationFilter filter = ConversationFilter.ofList(query, clock.instant());
    return lists.page(
        CONVERSATIONS,
        caller,
        query,
        filter.page(),
        (scope, limit, from) -> conversations.page(filter.within(scope), limit, from));
  }

  /**
   * A page of the messages of one conversation, newest first.
   *
   * @throws ApiException 404 when it has none that the caller may see
   */
  ListAnswer one(
      PhoneNumber business, PhoneNumber counterpart, Caller caller, QueryParameters query) {
    ConversationFilter filter =
        ConversationFilter.ofOne(business, counterpart, query, clock.instant());
    return lists
        .page(
            MESSAGES,
            caller,
            query,
            filter.page(),
            (scope, limit, from) -> messages(filter, scope, limit, from))
        .with("business_number", business)
        .with("counterpart", counterpart)
        .with("opted_out", !optOuts.stopped(business, List.of(counterpart)).isEmpty());
  }

  private Page<LoggedMessage> messages(
      ConversationFilter filter, RowScope scope, int limit, Optional<PageKey> from) {
    Page<LoggedMessage> page = log.page(filter.within(scope), limit, from);
    if (from.isEmpty() && page.items().isEmpty() && page.next().isEmpty()) {
      throw ApiException.notFound("conversation");
    }
    return page;
  }
}
