/**
 * The function {@code voicemails}: what clients left, whether it was heard, and its deletion.
 *
 * <p>What each route asks of other services, warm ({@code RequestsTest} holds it). {@code own} is 1
 * users GetItem for agents and whoever has an extension, else 0:
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th><th>MightyCall</th></tr>
 *   <tr><td>GET list</td><td>3 + own: sync_state BatchGetItem, voicemail_logs Query (1 more
 *       for each further month that a page needs) and BatchGetItem</td><td>0</td></tr>
 *   <tr><td>GET one; POST audio ticket</td><td>1 + own: voicemail_logs GetItem (1 more for an
 *       earlier id)</td><td>0</td></tr>
 *   <tr><td>PATCH, DELETE</td><td>6 + own: voicemail_logs GetItem twice, BatchGetItem and
 *       PutItem; provider_usage UpdateItem and GetItem. With {@code Idempotency-Key} 2 more</td>
 *       <td>1</td></tr>
 *   <tr><td>refused input or role</td><td>0</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.voicemails;
