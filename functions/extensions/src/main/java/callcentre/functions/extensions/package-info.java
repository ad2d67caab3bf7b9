/**
 * The function {@code extensions}: extensions, and the provider's team and profile as the last sync
 * found them.
 *
 * <p>What each route asks of other services, warm ({@code RequestsAndOutagesTest} holds it); none
 * asks MightyCall, and Secrets Manager is asked for the signing secret once in five minutes where a
 * list has more than one page:
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th></tr>
 *   <tr><td>GET …/extensions</td><td>3: sync_state GetItem, users Query, mightycall_extensions
 *       Query</td></tr>
 *   <tr><td>GET …/team</td><td>4: sync_state GetItem, mightycall_extensions 3 Query</td></tr>
 *   <tr><td>GET …/profile</td><td>2: sync_state GetItem, mightycall_extensions GetItem</td></tr>
 *   <tr><td>refused input or role</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.extensions;
