package callcentre.functions.messages.sending;

import callcentre.api.access.Principal;
import callcentre.api.request.IdempotentRequest;
import callcentre.storage.idempotency.StoredAnswer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Takes messages to be sent. */
@Controller("/api/admin/mightycall/send-sms")
final class SendController {

  private final Sending sending;

  SendController(Sending sending) {
    this.sending = sending;
  }

  @Post
  HttpResponse<?> send(@Body SendBody body, IdempotentRequest request, Principal principal) {
    StoredAnswer answer = sending.send(body, request, principal);
    MutableHttpResponse<String> response = HttpResponse.status(answer.status(), null);
    answer.headers().forEach(response::header);
    return response.body(answer.body());
  }
}
