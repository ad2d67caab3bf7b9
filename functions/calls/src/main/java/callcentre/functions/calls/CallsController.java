package callcentre.functions.calls;

import callcentre.answers.SpentBudget;
import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.tickets.AudioAddress;
import callcentre.domain.calls.Call;
import callcentre.domain.events.EventNotice;
import callcentre.functions.calls.listing.CallList;
import callcentre.functions.calls.listing.RecordingTickets;
import callcentre.functions.calls.listing.VisibleCalls;
import callcentre.functions.calls.view.CallDetail;
import callcentre.functions.calls.writing.CallEdits;
import callcentre.functions.calls.writing.CommentBody;
import callcentre.functions.calls.writing.DialBody;
import callcentre.functions.calls.writing.Dialling;
import callcentre.functions.calls.writing.WorkflowBody;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.StoredEvent;
import callcentre.storage.numbers.DirectoryCache;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls: list, one, what people write about them, and new ones. */
@Controller("/api/admin/mightycall/calls")
final class CallsController {

  private final CallList list;
  private final VisibleCalls calls;
  private final RecordingTickets tickets;
  private final CallEdits edits;
  private final Dialling dialling;
  private final DirectoryCache directory;
  private final CallEventRepository events;
  private final Idempotency idempotency;
  private final SpentBudget budget;

  CallsController(
      CallList list,
      VisibleCalls calls,
      RecordingTickets tickets,
      CallEdits edits,
      Dialling dialling,
      DirectoryCache directory,
      CallEventRepository events,
      Idempotency idempotency,
      SpentBudget budget) {
    this.list = list;
    this.calls = calls;
    this.tickets = tickets;
    this.edits = edits;
    this.dialling = dialling;
    this.directory = directory;
    this.events = events;
    this.idempotency = idempotency;
    this.budget = budget;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Get("/{id}")
  CallDetail one(String id, Caller caller) {
    return detail(calls.require(id, caller));
  }

  @Post
  HttpResponse<?> start(@Body DialBody body, IdempotentRequest request, Principal principal) {
    return idempotency.run(
        request, () -> answer(HttpStatus.CREATED, dialling.dial(body, principal)));
  }

  @Put("/{id}/comment")
  HttpResponse<?> comment(
      String id, @Body CommentBody body, IdempotentRequest request, Caller caller) {
    return idempotency.run(request, () -> answer(HttpStatus.OK, edits.comment(id, body, caller)));
  }

  @Delete("/{id}/comment")
  HttpResponse<?> removeComment(String id, IdempotentRequest request, Caller caller) {
    return idempotency.run(request, () -> answer(HttpStatus.OK, edits.removeComment(id, caller)));
  }

  @Put("/{id}/workflow-state")
  HttpResponse<?> workflow(
      String id, @Body WorkflowBody body, IdempotentRequest request, Caller caller) {
    return idempotency.run(request, () -> answer(HttpStatus.OK, edits.workflow(id, body, caller)));
  }

  @Post("/{id}/recording/ticket")
  AudioAddress ticket(String id, Caller caller) {
    return tickets.issue(id, caller);
  }

  private HttpResponse<CallDetail> answer(HttpStatus status, Call call) {
    return budget.shownOn(HttpResponse.<CallDetail>status(status).body(detail(call)));
  }

  private CallDetail detail(Call call) {
    return CallDetail.of(call, directory.get(), notices(call));
  }

  /** Events name a call by its GUID; a row without one has none. */
  private List<EventNotice> notices(Call call) {
    return call.id().isGuid()
        ? events.ofCall(call.id()).stream().map(StoredEvent::notice).toList()
        : List.of();
  }
}
