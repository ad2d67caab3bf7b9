package callcentre.domain.messages.log;

import java.util.Optional;

/**
 * A file of a message.
 *
 * @param sizeBytes empty when nobody said
 */
public record LoggedFile(String name, Optional<Long> sizeBytes) {}
