package callcentre.domain.extensions;

/**
 * A group of the provider's team (reference 3.4).
 *
 * @param id the provider's GUID
 */
public record TeamGroup(String id, String name) {}
