package callcentre.simulator.account;

/**
 * A group or a voicemail box of {@code /team}.
 *
 * @param id GUID
 */
public record NamedUnit(String name, String id) {}
