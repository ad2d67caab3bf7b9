package callcentre.simulator.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of the centre with a client or among colleagues. The provider shows it in
 * several families: a call in {@code /calls}, its voicemail in {@code /voicemails}, and each once
 * in the journal.
 */
public sealed interface Conversation permits PhoneCall, TextMessage {

  /** The journal's id: 24 hex digits. */
  String requestId();

  /** The call's id in {@code /calls}, or the message's id when it was sent. */
  String guid();

  /** When it began. */
  Instant at();

  /** When it is over, which is when the provider lists it. */
  Instant endsAt();

  /** Where it came from. */
  Origin origin();

  /** Who talked with the centre. */
  Client client();

  /** The account's number; null for a call among colleagues. */
  @Nullable String businessNumber();

  /** What was noted of it when it was new; {@link History#marks} knows what is noted now. */
  Marks firstMarks();
}
