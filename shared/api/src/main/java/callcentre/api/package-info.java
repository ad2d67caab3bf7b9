/**
 * What the HTTP functions share. A function is controllers and beans in a module of its own; its
 * handler is {@link callcentre.api.ApiFunction}, and each of its routes is a row of {@link
 * callcentre.api.access.RouteTable}.
 *
 * <pre>{@code
 * @Controller("/api/admin/mightycall/phone-numbers")
 * final class PhoneNumbersController {
 *
 *   @Get
 *   Map<String, Object> list(Caller caller, QueryParameters query) {
 *     Filter filter = query.read(q -> new Filter(q.organisation("orgId"), q.page()));
 *     CursorContext context = cursors.context(caller, query);
 *     Page<Row> page = rows.page(filter, cursors.open(context, filter.page()));
 *     return ListAnswer.page(
 *             "phone_numbers",
 *             page.items(),
 *             cursors.seal(context, page.next()),
 *             EmptyReason.NO_MATCH)
 *         .asOf(asOf)
 *         .totalUnknown("filtered_after_reading")
 *         .body();
 *   }
 *
 *   @Patch("/{number}")
 *   Row change(PhoneNumber number, IfMatch ifMatch, @Body Edit edit) { … }
 *
 *   @Delete("/{number}")
 *   HttpResponse<?> delete(PhoneNumber number, IdempotentRequest request) {
 *     return idempotency.run(request, () -> HttpResponse.ok(deletions.delete(number)));
 *   }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Before a controller runs, the path is owned, the method known, the role allowed: {@link
 *       callcentre.api.access.Caller#access} says how far.
 *   <li>Arguments by type: {@code Caller}, {@code Principal}, {@code QueryParameters}, {@code
 *       IfMatch}, {@code IdempotentRequest}, {@code RequestedRange}; path variables also as {@code
 *       PhoneNumber}, {@code OrganisationId}, {@code Extension}; {@code @Body} a record,
 *       {@code @Nullable} where the body may be left out, with {@link callcentre.api.json.Change}
 *       where null and left out differ. Query and headers reach a controller in no other way.
 *   <li>Errors are thrown: {@link callcentre.api.problem.ApiException}, or exceptions of domain and
 *       storage; a {@link callcentre.api.problem.ProblemMapper} bean translates those of other
 *       libraries.
 *   <li>Repositories, clock, random source, {@code AwsClients}, {@code Environment} and {@code
 *       Secrets} are injected by type.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package callcentre.api;
