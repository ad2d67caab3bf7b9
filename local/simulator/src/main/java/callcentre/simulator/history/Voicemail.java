package callcentre.simulator.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client left on a voicemail box.
 *
 * @param id its id in {@code /voicemails}, a GUID of its own
 * @param leftAt when it was left, some time after the call began
 * @param text what speech recognition read, or null where it failed
 * @param assigneeExtension whose box it is, or null for a shared one
 */
public record Voicemail(
    String id,
    Instant leftAt,
    Duration length,
    @Nullable String text,
    @Nullable String assigneeExtension) {}
