/** The bodies that the provider sends by itself (MightyCall reference 4). */
@NullMarked
package callcentre.client.webhooks;

import org.jspecify.annotations.NullMarked;
