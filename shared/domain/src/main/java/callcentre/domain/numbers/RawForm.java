package callcentre.domain.numbers;

import java.util.Optional;

/**
 * Another way in which the provider writes a number, with the label it has there.
 *
 * @param raw the provider's string
 * @param label its label there, empty when it has none
 */
public record RawForm(String raw, Optional<String> label) {}
