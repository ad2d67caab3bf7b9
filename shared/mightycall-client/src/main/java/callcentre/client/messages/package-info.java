/** Sending SMS and MMS (reference 3.8). */
@NullMarked
package callcentre.client.messages;

import org.jspecify.annotations.NullMarked;
