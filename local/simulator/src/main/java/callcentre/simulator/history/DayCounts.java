package callcentre.simulator.history;

import java.util.List;

/**
 * How many conversations a day or a window has.
 *
 * @param calls those that left a voicemail included
 */
public record DayCounts(int calls, int voicemails, int messages) {

  /** The counts of these. */
  public static DayCounts of(List<Conversation> conversations) {
    int calls = 0;
    int voicemails = 0;
    int messages = 0;
    for (Conversation conversation : conversations) {
      switch (conversation) {
        case PhoneCall call -> {
          calls++;
          voicemails += call.voicemail() == null ? 0 : 1;
        }
        case TextMessage _ -> messages++;
      }
    }
    return new DayCounts(calls, voicemails, messages);
  }

  /** All conversations, each once. */
  public int conversations() {
    return calls + messages;
  }

  /** Both together. */
  public DayCounts plus(DayCounts other) {
    return new DayCounts(
        calls + other.calls, voicemails + other.voicemails, messages + other.messages);
  }
}
