/**
 * The one gate before everything that a provider said is stored. The stores of calls, voicemails
 * and messages take {@link callcentre.storage.gate.Admitted} facts only, and only the gate makes
 * them.
 */
@NullMarked
package callcentre.storage.gate;

import org.jspecify.annotations.NullMarked;
