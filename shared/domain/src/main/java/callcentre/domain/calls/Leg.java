package callcentre.domain.calls;

/**
 * A party that was dialled in a call (MightyCall reference 3.1, {@code called[]}).
 *
 * @param connected whether this party talked
 * @param first whether it was the first that talked
 */
public record Leg(Party party, boolean connected, boolean first) {}
