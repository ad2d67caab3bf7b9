package callcentre.api.examples;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.answer.EmptyReason;
import callcentre.api.answer.ListAnswer;
import callcentre.api.json.Change;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.Dataset;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a function on some paths of the real table, so that the shared parts can be seen.
 * It needs {@link Examples}, for these classes are on the class path of the functions' tests too.
 */
@Requires(beans = Examples.class)
@Controller("/api/admin")
class ExampleController {

  record Row(
      PhoneNumber number,
      @JsonProperty("orgId") Optional<OrganisationId> orgId,
      Instant lastSyncedAt) {}

  record Edit(
      Change<String> label, @JsonProperty("orgId") Change<OrganisationId> orgId, int weight) {}

  record Start(List<Dataset> datasets) {}

  @Get("/mightycall/phone-numbers")
  Map<String, Object> list(Caller caller, QueryParameters query) {
    record Filter(Optional<OrganisationId> organisation, int limit) {}
    Filter filter = query.read(q -> new Filter(q.organisation("orgId"), q.page().limit()));
    List<Row> rows =
        filter.limit() == 1
            ? List.of()
            : List.of(
                new Row(
                    PhoneNumber.parse("8482161220"),
                    filter.organisation(),
                    Instant.parse("2026-11-21T10:00:00Z")));
    return ListAnswer.complete("phone_numbers", rows, EmptyReason.NO_MATCH)
        .asOf(Optional.empty())
        .with("access", caller.access().name())
        .body();
  }

  @Patch("/mightycall/phone-numbers/{number}")
  Map<String, Object> edit(PhoneNumber number, @Body Edit edit) {
    return Map.of(
        "number", number,
        "label", edit.label().over(Optional.of("stored")).orElse("removed"),
        "label_given", edit.label().isGiven(),
        "org", edit.orgId().over(Optional.empty()).map(OrganisationId::value).orElse("none"));
  }

  @Delete("/mightycall/phone-numbers/{number}")
  HttpResponse<?> delete(PhoneNumber number) {
    throw new IllegalStateException("key=secret-of-the-account in a message");
  }

  @Get("/users/{userId}")
  Map<String, Object> user(Principal principal, String userId) {
    return Map.of("user_id", userId, "self", principal.is(userId), "name", principal.displayName());
  }

  @Post("/mightycall/sync")
  Map<String, Object> start(@Nullable @Body Start start) {
    if (start == null) {
      return Map.of("datasets", "the usual ones");
    }
    throw ApiException.of(
            ErrorCode.SYNC_RUNNING, "A sync of numbers is running. Nothing was started.")
        .member("job_id", "7")
        .retryAfter(Duration.ofMillis(1500));
  }
}
