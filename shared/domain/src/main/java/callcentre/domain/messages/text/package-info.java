/** What a text message is on its way: encoding, segments, and the words that carriers know. */
@NullMarked
package callcentre.domain.messages.text;

import org.jspecify.annotations.NullMarked;
