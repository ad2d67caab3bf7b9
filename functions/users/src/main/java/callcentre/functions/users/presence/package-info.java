/** What colleagues do: the floor, one of them, and what they did. */
@NullMarked
package callcentre.functions.users.presence;

import org.jspecify.annotations.NullMarked;
