package callcentre.domain.people;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do; the contract's table "Who may call what". */
public enum Role {
  /** The whole account. */
  PLATFORM_ADMIN,
  /** What belongs to the numbers of its organisations, with their settings and deletions. */
  ORG_ADMIN,
  /** What belongs to the numbers of its organisations. */
  ORG_MANAGER,
  /** Its own calls, voicemails and messages; numbers, extensions and contacts around it. */
  AGENT,
  /** Nothing. */
  NONE;

  /** The name in tokens, tables and answers, for example {@code org_admin}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> ofWireName(String name) {
    for (Role role : values()) {
      if (role.wireName().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
