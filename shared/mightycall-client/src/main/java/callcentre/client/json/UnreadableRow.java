package callcentre.client.json;

import java.util.Optional;

/**
 * A row of a list that cannot be used. It is told to whoever counts, and the rest of the page goes
 * on.
 *
 * @param index its place in the page, from 0
 * @param id the provider's id, if it has one
 * @param reason in our own words: names of fields, never their values
 */
public record UnreadableRow(int index, Optional<String> id, String reason) {}
