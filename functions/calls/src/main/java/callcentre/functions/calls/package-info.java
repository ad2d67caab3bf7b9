/**
 * The function {@code calls}: the call history, what people write about calls, and calls that they
 * start.
 *
 * <p>What each route asks of other services, warm ({@code RequestsAndOutagesTest} holds it). {@code
 * own} is 1 users GetItem for agents and whoever has an extension, else 0:
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th><th>MightyCall</th></tr>
 *   <tr><td>GET list</td><td>3 + own: sync_state BatchGetItem, call_history Query (1 for each of a
 *       few numbers of an organisation; up to 6 where rows are cut out) and BatchGetItem</td>
 *       <td>0</td></tr>
 *   <tr><td>GET one</td><td>1 + own: call_history GetItem (1 more for an earlier id)</td>
 *       <td>0</td></tr>
 *   <tr><td>PUT, DELETE comment; PUT workflow-state</td><td>7 + own: call_history GetItem twice,
 *       BatchGetItem twice and PutItem; provider_usage UpdateItem and GetItem. With {@code
 *       Idempotency-Key} 2 more</td><td>1</td></tr>
 *   <tr><td>POST, which starts a call</td><td>8: GetItem 4 times, BatchGetItem twice, UpdateItem and
 *       TransactWriteItems</td><td>1</td></tr>
 *   <tr><td>POST recording ticket</td><td>1 + own: call_history GetItem</td><td>0</td></tr>
 *   <tr><td>refused input or role</td><td>0</td><td>0</td></tr>
 *   <tr><td>once a minute</td><td>1 more: number_assignments GetItem; 1 Query after an
 *       assignment</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.calls;
