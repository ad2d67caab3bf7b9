package callcentre.functions.messages.log;

import callcentre.api.access.Caller;
import callcentre.api.request.QueryParameters;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.views.MessageView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of messages: list, one, its second try, taking it back. */
@Controller("/api/admin/mightycall/sms-logs")
final class MessageLogController {

  private final MessageList list;
  private final VisibleMessages messages;
  private final Retrying retrying;
  private final Cancelling cancelling;
  private final DirectoryCache directory;

  MessageLogController(
      MessageList list,
      VisibleMessages messages,
      Retrying retrying,
      Cancelling cancelling,
      DirectoryCache directory) {
    this.list = list;
    this.messages = messages;
    this.retrying = retrying;
    this.cancelling = cancelling;
    this.directory = directory;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return list.list(caller, query).body();
  }

  @Get("/{id}")
  MessageView one(String id, Caller caller) {
    return view(messages.require(id, caller));
  }

  @Post("/{id}/retry")
  HttpResponse<MessageView> retry(String id, @Body @Nullable RetryBody body, Caller caller) {
    LoggedMessage second = retrying.retry(id, RetryBody.isConfirmed(body), caller);
    return HttpResponse.<MessageView>status(HttpStatus.ACCEPTED).body(view(second));
  }

  @Post("/{id}/cancel")
  MessageView cancel(String id, Caller caller) {
    return view(cancelling.cancel(id, caller));
  }

  private MessageView view(LoggedMessage message) {
    return MessageView.of(message, directory.get());
  }
}
