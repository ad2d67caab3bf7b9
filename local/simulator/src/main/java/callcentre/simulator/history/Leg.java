package callcentre.simulator.history;

import org.jspecify.annotations.Nullable;

/**
 * One party of a call that was dialled.
 *
 * @param extension a colleague's, or null
 * @param phone a client's number, or null
 */
public record Leg(
    Role role,
    boolean connected,
    @Nullable String name,
    @Nullable String extension,
    @Nullable String phone) {

  /** What the party did, in the words of the journal's {@code agentRole}. */
  public enum Role {
    NOT_DIALED("notDialed"),
    CALL_OWNER("callOwner"),
    CONSULTANT("consultant"),
    VOICEMAIL_RECEIVER("voiceMailReceiver");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** The word of the journal. */
    public String word() {
      return word;
    }
  }

  /** A colleague whose extension was dialled. */
  public static Leg agent(String extension, @Nullable String name, boolean connected) {
    return new Leg(Role.CALL_OWNER, connected, name, extension, null);
  }

  /** A client whose number was dialled. */
  public static Leg client(String phone, @Nullable String name, boolean connected) {
    return new Leg(Role.CALL_OWNER, connected, name, null, phone);
  }

  /** The same party in another role. */
  public Leg as(Role newRole) {
    return new Leg(newRole, connected, name, extension, phone);
  }
}
