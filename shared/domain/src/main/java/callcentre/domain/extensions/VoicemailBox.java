package callcentre.domain.extensions;

/**
 * A voicemail box of the provider's team (reference 3.4).
 *
 * @param id the provider's GUID
 */
public record VoicemailBox(String id, String name) {}
