/**
 * The function {@code users}: people with their roles, organisations, extensions and keys, and what
 * they do.
 *
 * <p>What the routes of {@code user-status} ask of other services, warm ({@code PresenceTest} and
 * {@code LiveStatusTest} hold it):
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th><th>MightyCall</th></tr>
 *   <tr><td>GET the floor</td><td>2: users and presence Query</td><td>0</td></tr>
 *   <tr><td>GET one</td><td>2: users and presence GetItem</td><td>0</td></tr>
 *   <tr><td>GET one, refreshed</td><td>7: users, presence twice and provider_usage GetItem; leases
 *       and provider_usage UpdateItem; presence TransactWriteItems. Within the minute 4</td>
 *       <td>1, within the minute 0</td></tr>
 *   <tr><td>PUT one</td><td>6: the same without leases</td><td>1</td></tr>
 *   <tr><td>GET history</td><td>1, and 2 per extension</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.users;
