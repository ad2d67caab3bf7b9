/**
 * The function {@code user-status}: what colleagues do now and did before, and their status at the
 * provider. It reads people's keys and never writes one.
 *
 * <p>What the routes ask of other services, warm ({@code PresenceTest} and {@code LiveStatusTest}
 * hold it):
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
@NullMarked
package callcentre.functions.userstatus;

import org.jspecify.annotations.NullMarked;
