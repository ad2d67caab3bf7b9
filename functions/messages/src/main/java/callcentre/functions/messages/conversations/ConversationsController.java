package callcentre.functions.messages.conversations;

import callcentre.api.access.Caller;
import callcentre.api.request.QueryParameters;
import callcentre.domain.phone.PhoneNumber;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations: list, and the messages of one. */
@Controller("/api/admin/mightycall/conversations")
final class ConversationsController {

  private final ConversationLists conversations;

  ConversationsController(ConversationLists conversations) {
    this.conversations = conversations;
  }

  @Get
  Map<String, @Nullable Object> list(Caller caller, QueryParameters query) {
    return conversations.list(caller, query).body();
  }

  @Get("/{business}/{counterpart}")
  Map<String, @Nullable Object> one(
      PhoneNumber business, PhoneNumber counterpart, Caller caller, QueryParameters query) {
    return conversations.one(business, counterpart, caller, query).body();
  }
}
