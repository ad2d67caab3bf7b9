package callcentre.api.examples;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.request.EntityTag;
import callcentre.api.request.Idempotency;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.request.IfMatch;
import callcentre.api.request.PageCursors;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.PageKey;
import callcentre.storage.cursors.CursorContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes that must not be done twice or over each other, and a list in pages. */
@Requires(beans = Examples.class)
@Controller("/api/admin")
class WriteController {

  record Wanted(String outcome) {}

  private final Idempotency idempotency;
  private final PageCursors cursors;
  private final AtomicInteger done = new AtomicInteger();

  WriteController(Idempotency idempotency, PageCursors cursors) {
    this.idempotency = idempotency;
    this.cursors = cursors;
  }

  @Put("/mightycall/usage")
  HttpResponse<?> write(IdempotentRequest request, @Body Wanted wanted) {
    return idempotency.run(
        request,
        () -> {
          int times = done.incrementAndGet();
          return switch (wanted.outcome()) {
            case "refused" -> throw ApiException.of(ErrorCode.CONFLICT, "times " + times);
            case "busy" -> throw ApiException.of(ErrorCode.RATE_BUDGET_EXHAUSTED, "times " + times);
            case "lost" -> throw ApiException.of(ErrorCode.MIGHTYCALL_TIMEOUT, "times " + times);
            case "broken" -> throw new IllegalStateException("times " + times);
            default -> HttpResponse.accepted().header("ETag", "\"e\"").body(Map.of("times", times));
          };
        });
  }

  @Put("/orgs/{orgId}/settings")
  HttpResponse<?> change(OrganisationId orgId, IfMatch ifMatch) {
    EntityTag stored = EntityTag.ofVersion(7);
    ifMatch.require(stored, Map.of("version", 7));
    return HttpResponse.ok(Map.of("version", 8)).header("ETag", EntityTag.ofVersion(8).header());
  }

  @Get("/orgs")
  Map<String, Object> page(Caller caller, QueryParameters query) {
    record Filter(Optional<OrganisationId> organisation, PageRequest page) {}
    Filter filter = query.read(q -> new Filter(q.organisation("orgId"), q.page()));
    CursorContext context = cursors.context(caller, query);
    Optional<PageKey> from = cursors.open(context, filter.page());
    PageKey next = new PageKey(new TreeMap<>(Map.of("account", "account", "id", "last")));
    return Map.of(
        "from", from.map(key -> key.attributes().get("id")).orElse("beginning"),
        "next_cursor", cursors.seal(context, Optional.of(next)).orElseThrow());
  }
}
