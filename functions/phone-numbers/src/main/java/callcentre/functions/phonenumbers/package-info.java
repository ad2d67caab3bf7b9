/**
 * The function {@code phone-numbers}: business numbers, their labels and owners, and their
 * deletion.
 *
 * <p>What each route asks of other services, warm ({@code RequestCountTest} holds it):
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th><th>MightyCall</th></tr>
 *   <tr><td>GET</td><td>4: sync_state GetItem, number_assignments GetItem (its version; 1 Query more
 *       after an assignment), phone_numbers Query, organisations BatchGetItem (none where no number
 *       has an owner). 2 for whoever owns nothing</td><td>0</td></tr>
 *   <tr><td>PATCH label</td><td>4: phone_numbers GetItem and PutItem (none when it is the same),
 *       number_assignments GetItem, organisations BatchGetItem</td><td>0</td></tr>
 *   <tr><td>PATCH owner</td><td>4: phone_numbers GetItem, number_assignments GetItem and
 *       TransactWriteItems, organisations BatchGetItem; 5 with a label</td><td>0</td></tr>
 *   <tr><td>DELETE</td><td>4: phone_numbers GetItem and PutItem, provider_usage UpdateItem and
 *       GetItem; 6 with {@code Idempotency-Key}: idempotency PutItem and UpdateItem</td>
 *       <td>1</td></tr>
 *   <tr><td>refused input or role</td><td>0</td><td>0</td></tr>
 * </table>
 *
 * <p>Secrets Manager is asked once in five minutes: for the signing secret where a list has more
 * than one page, for credentials and token at a deletion.
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.phonenumbers;
