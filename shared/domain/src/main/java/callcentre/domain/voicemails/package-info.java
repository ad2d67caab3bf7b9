/**
 * Voicemails: what the voicemail list, the journal and people here say of them, and the row that
 * follows.
 */
@NullMarked
package callcentre.domain.voicemails;

import org.jspecify.annotations.NullMarked;
