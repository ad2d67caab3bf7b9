package callcentre.functions.messages.optouts;

import callcentre.api.access.Caller;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.problem.ApiException;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.sms.ClientOptOuts;
import callcentre.storage.sms.OptOutList;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows who wants no messages. */
@Singleton
final class OptOutLists {

  private final OptOutList list;
  private final ClientOptOuts clients;
  private final PageCursors cursors;
  private final DirectoryCache directory;

  OptOutLists(
      OptOutList list, ClientOptOuts clients, PageCursors cursors, DirectoryCache directory) {
    this.list = list;
    this.clients = clients;
    this.cursors = cursors;
    this.directory = directory;
  }

  private record Filter(Optional<PhoneNumber> businessNumber, PageRequest page) {}

  /** A page of the opt-outs that hold, in order of the client's number. */
  ListAnswer page(Caller caller, QueryParameters query) {
    Filter filter = query.read(q -> new Filter(q.phoneNumber("businessNumber"), q.page()));
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> from = cursors.open(context, filter.page());
    NumberDirectory owners = directory.get();
    OptOutScope scope = new OptOutScope(caller.principal(), owners);
    Page<OptOut> read =
        scope.isEmpty() ? new Page<>(List.of(), Optional.empty()) : read(filter, scope, from);
    ListAnswer answer =
        ListAnswer.page(
            "opt_outs",
            read.items().stream()
                .skip(filter.page().skip())
                .map(word -> OptOutView.of(word, owners))
                .toList(),
            cursors.seal(context, read.next()),
            scope.isEmpty() ? EmptyReason.NO_ASSIGNED_NUMBERS : EmptyReason.NO_MATCH);
    return from.isEmpty() && read.next().isEmpty()
        ? answer.total(read.items().size())
        : answer.totalUnknown("not_counted");
  }

  /**
   * What a client said to the numbers of the caller, now and ever.
   *
   * @throws ApiException 404 when it said nothing that the caller may know
   */
  Map<String, @Nullable Object> one(PhoneNumber client, Caller caller) {
    NumberDirectory owners = directory.get();
    OptOutScope scope = new OptOutScope(caller.principal(), owners);
    List<OptOutView> ever = visible(clients.ever(client), scope, owners);
    if (ever.isEmpty()) {
      throw ApiException.notFound("opt-out");
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("number", client);
    answer.put("opt_outs", visible(clients.current(client), scope, owners));
    answer.put("history", ever);
    return answer;
  }

  /** Reads the rows to skip and the page behind them: more than one page where those are short. */
  private Page<OptOut> read(Filter filter, OptOutScope scope, Optional<PageKey> from) {
    int wanted = filter.page().skip() + filter.page().limit();
    List<OptOut> found = new ArrayList<>();
    Optional<PageKey> next = from;
    do {
      Page<OptOut> page =
          list.page(word -> isListed(word, filter, scope), wanted - found.size(), next);
      found.addAll(page.items());
      next = page.next();
    } while (found.size() < filter.page().skip() && next.isPresent());
    return new Page<>(found, next);
  }

  private static boolean isListed(OptOut word, Filter filter, OptOutScope scope) {
    return word.stopped()
        && filter.businessNumber().map(word.business()::equals).orElse(true)
        && scope.lists(word);
  }

  private static List<OptOutView> visible(
      List<OptOut> words, OptOutScope scope, NumberDirectory owners) {
    return words.stream().filter(scope::knows).map(word -> OptOutView.of(word, owners)).toList();
  }
}
