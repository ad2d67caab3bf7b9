/**
 * The function {@code reports}: the figures of a business number's day.
 *
 * <p>What the route asks of other services, warm ({@code RequestsAndOutagesTest} holds it); it
 * never asks MightyCall, and Secrets Manager is asked for the signing secret once in five minutes
 * where a list has more than one page:
 *
 * <table>
 *   <caption>Requests per route</caption>
 *   <tr><th>GET …/reports</th><th>DynamoDB</th></tr>
 *   <tr><td>of up to 25 numbers</td><td>2: mightycall_reports BatchGetItem (up to 6 where days have
 *       no rows), organisations BatchGetItem</td></tr>
 *   <tr><td>of more, or of the account</td><td>2: mightycall_reports Query (up to 6 where rows are
 *       others'), organisations BatchGetItem</td></tr>
 *   <tr><td>nothing found</td><td>1 more: mightycall_reports Query, to say why</td></tr>
 *   <tr><td>once a minute</td><td>1 more: number_assignments GetItem; 1 Query after an
 *       assignment</td></tr>
 *   <tr><td>refused input or role; an organisation without numbers</td><td>0</td></tr>
 * </table>
 */
@org.jspecify.annotations.NullMarked
package callcentre.functions.reports;
