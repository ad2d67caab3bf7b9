package callcentre.domain.calls;

import callcentre.domain.people.Extension;
import java.util.Optional;

/**
 * The colleague to whom a call is attributed.
 *
 * @param name empty when the provider gave none
 */
public record Agent(Extension extension, Optional<String> name) {}
