package callcentre.simulator.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people noted of a conversation, which is all that changes of it.
 *
 * @param comment null where there is none
 * @param workflow null where no work is open or done
 * @param removed hidden from the journal's lists
 * @param voicemailRemoval null while its voicemail is there
 */
public record Marks(
    @Nullable String comment,
    @Nullable Workflow workflow,
    boolean read,
    boolean favorite,
    boolean removed,
    List<String> tags,
    @Nullable VoicemailRemoval voicemailRemoval) {

  /** Unread, with nothing noted. */
  public static final Marks NONE = new Marks(null, null, false, false, false, List.of(), null);

  public Marks {
    tags = List.copyOf(tags);
  }

  /**
   * Who removed a voicemail.
   *
   * @param textToo whether what speech recognition read went with it
   */
  public record VoicemailRemoval(Instant at, String userName, String userId, boolean textToo) {}

  public Marks withComment(@Nullable String text) {
    return new Marks(text, workflow, read, favorite, removed, tags, voicemailRemoval);
  }

  public Marks withWorkflow(@Nullable Workflow state) {
    return new Marks(comment, state, read, favorite, removed, tags, voicemailRemoval);
  }

  public Marks withRead(boolean isRead) {
    return new Marks(comment, workflow, isRead, favorite, removed, tags, voicemailRemoval);
  }

  public Marks withFavorite(boolean isFavorite) {
    return new Marks(comment, workflow, read, isFavorite, removed, tags, voicemailRemoval);
  }

  public Marks withRemoved(boolean isRemoved) {
    return new Marks(comment, workflow, read, favorite, isRemoved, tags, voicemailRemoval);
  }

  public Marks withTags(List<String> newTags) {
    return new Marks(comment, workflow, read, favorite, removed, newTags, voicemailRemoval);
  }

  public Marks withVoicemailRemoval(VoicemailRemoval removal) {
    return new Marks(comment, workflow, read, favorite, removed, tags, removal);
  }
}
