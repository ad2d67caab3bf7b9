package callcentre.functions.voicemails;

import callcentre.answers.SpentBudget;
import callcentre.api.access.Caller;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.tickets.AudioAddress;
import callcentre.domain.voicemails.Voicemail;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.views.VoicemailView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Voicemails: list, one, heard or not, deletion. */
@Controller("/api/admin/mightycall/voicemails")
final class VoicemailsController {

  private final VoicemailList list;
  private final VisibleVoicemails voicemails;
  private final VoicemailTickets tickets;
  private final VoicemailWrites writes;
  private final DirectoryCache directory;
  private final Idempotency idempotency;
  private final SpentBudget budget;

  VoicemailsController(
      VoicemailList list,
      VisibleVoicemails voicemails,
      VoicemailTickets tickets,
      VoicemailWrites writes,
      DirectoryCache directory,
      Idempotency idempotency,
      SpentBudget budget) {
    this.list = list;
    this.voicemails = voicemails;
    this.tickets = tickets;
    this.writes = writes;
    this.directory = directory;
    this.idempotency = idempotency;
    this.budget = budget;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Get("/{id}")
  VoicemailView one(String id, Caller caller) {
    return view(voicemails.require(id, caller));
  }

  @Patch("/{id}")
  HttpResponse<?> mark(
      String id, @Body VoicemailChange change, IdempotentRequest request, Caller caller) {
    return idempotency.run(request, () -> answer(writes.mark(id, change.read(), caller)));
  }

  @Delete("/{id}")
  HttpResponse<?> delete(String id, IdempotentRequest request, Caller caller) {
    return idempotency.run(request, () -> answer(writes.delete(id, caller)));
  }

  @Post("/{id}/audio/ticket")
  AudioAddress ticket(String id, Caller caller) {
    return tickets.issue(id, caller);
  }

  private HttpResponse<VoicemailView> answer(Voicemail voicemail) {
    return budget.shownOn(HttpResponse.ok(view(voicemail)));
  }

  private VoicemailView view(Voicemail voicemail) {
    return VoicemailView.of(voicemail, directory.get());
  }
}
