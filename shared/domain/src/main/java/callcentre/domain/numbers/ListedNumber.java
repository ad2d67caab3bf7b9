package callcentre.domain.numbers;

import java.util.Optional;

/**
 * A business number as the provider lists it (reference 3.3), before two writings of one number are
 * joined.
 *
 * @param raw the provider's own string, which need not be E.164
 * @param label the provider's label, empty when it has none
 * @param attributes what the provider says of the number
 */
public record ListedNumber(String raw, Optional<String> label, NumberAttributes attributes) {}
