/** Events to the URLs that the account registered (MightyCall reference 4). */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.webhooks;
