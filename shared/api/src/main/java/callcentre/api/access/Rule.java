package callcentre.api.access;

import callcentre.domain.people.Role;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who may call a route, written as in the contract's column "roles".
 *
 * <p>"Agent (also anyone with an extension)": a manager or administrator who has an extension is an
 * agent too. No route grants an agent anything that it denies them (a test holds this), so at the
 * matrix the extension adds nothing; it adds data, because own rows are found by {@link
 * Principal#extension}. Role {@code none} stays without any right even with an extension: that is
 * how an administrator locks somebody out.
 */
public final class Rule {

  private static final String PUBLIC = "public";
  private static final String SELF = "self";

  private final String notation;
  private final Map<Role, Access> accesses;

  private Rule(String notation, Map<Role, Access> accesses) {
    this.notation = notation;
    this.accesses = accesses;
  }

  /**
   * Reads the contract's notation.
   *
   * @param notation {@code public}, or letters {@code A D M G} (all) or with {@code *} (scoped),
   *     separated by blanks; {@code self} gives every role that is not named access to itself
   * @throws IllegalArgumentException when it is something else
   */
  public static Rule of(String notation) {
    Map<Role, Access> accesses = new EnumMap<>(Role.class);
    if (!notation.equals(PUBLIC)) {
      for (String word : notation.split(" ", -1)) {
        if (word.equals(SELF)) {
          giveTheOthersThemselves(accesses);
        } else {
          Access access = word.endsWith("*") ? Access.SCOPED : Access.ALL;
          accesses.put(role(word.replace("*", "")), access);
        }
      }
    }
    return new Rule(notation, accesses);
  }

  /** Whether the route asks for no identity at all. */
  public boolean isPublic() {
    return notation.equals(PUBLIC);
  }

  /** What a role may; {@link Access#NONE} unless the rule names it. */
  public Access of(Role role) {
    return accesses.getOrDefault(role, Access.NONE);
  }

  /** The contract's notation. */
  @Override
  public String toString() {
    return notation;
  }

  private static void giveTheOthersThemselves(Map<Role, Access> accesses) {
    for (Role role : Role.values()) {
      if (role != Role.NONE) {
        accesses.putIfAbsent(role, Access.SELF);
      }
    }
  }

  private static Role role(String letter) {
    return switch (letter) {
      case "A" -> Role.PLATFORM_ADMIN;
      case "D" -> Role.ORG_ADMIN;
      case "M" -> Role.ORG_MANAGER;
      case "G" -> Role.AGENT;
      default -> throw new IllegalArgumentException("'" + letter + "' is no role of the contract");
    };
  }
}
