/** The family {@code /phonenumbers} (reference 3.3). */
@NullMarked
package callcentre.client.numbers;

import org.jspecify.annotations.NullMarked;
