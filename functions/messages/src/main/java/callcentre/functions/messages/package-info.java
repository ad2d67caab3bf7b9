/**
 * The function {@code messages}: what people send, what became of it, who writes with whom, who
 * wants no messages, and what all of it costs. It asks MightyCall for nothing: messages go to the
 * queue, and the rest is in the tables.
 *
 * <p>What each route asks of other services, warm ({@code RequestsTest} holds it). {@code own} is 1
 * users GetItem for agents and whoever has an extension, else 0; {@code lanes} is 1 for the whole
 * account, 1 for each number of up to five, else 1 for each month:
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>route</th><th>DynamoDB</th><th>SQS</th></tr>
 *   <tr><td>POST send-sms</td><td>7: number_assignments and phone_numbers GetItem, sms_opt_outs
 *       BatchGetItem, the batch with its answer in one transaction, sms_logs BatchGetItem,
 *       transaction of the rows and UpdateItem. With files 2 more. The same again: 4, with files 1
 *       </td><td>1 for 10 messages</td></tr>
 *   <tr><td>GET sms-logs, conversations</td><td>2 + lanes + own: sync_state and sms_logs
 *       BatchGetItem, a Query for each lane; a further page of conversations 1 to 2 more for each
 *       pair</td><td>0</td></tr>
 *   <tr><td>GET a conversation</td><td>4 + own</td><td>0</td></tr>
 *   <tr><td>GET one message</td><td>1 + own</td><td>0</td></tr>
 *   <tr><td>POST cancel</td><td>3 + own</td><td>0</td></tr>
 *   <tr><td>POST retry</td><td>11 + own</td><td>1</td></tr>
 *   <tr><td>GET sms-usage</td><td>2 + lanes: organisations Query, sync_state BatchGetItem, indexes
 *       of sms_logs</td><td>0</td></tr>
 *   <tr><td>GET sms-opt-outs</td><td>1; of one client 2</td><td>0</td></tr>
 *   <tr><td>PUT, DELETE sms-opt-outs</td><td>4 and 1 for each business number</td><td>0</td></tr>
 *   <tr><td>refused input or role</td><td>0</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages;
