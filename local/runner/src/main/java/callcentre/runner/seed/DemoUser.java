package callcentre.runner.seed;

import java.util.List;
import java.util.Optional;

/**
 * One of the made-up people of a development machine.
 *
 * @param id the {@code sub} of its tokens
 * @param role as the API names it
 */
public record DemoUser(
    String id,
    String role,
    List<String> organisations,
    Optional<String> extension,
    String displayName,
    String sees) {

  /** The subject that is administrator before any user is stored. */
  public static final String ADMINISTRATOR = "demo-admin";

  /** One person of every role; those with an extension are people of the simulated account. */
  public static List<DemoUser> all() {
    return List.of(
        new DemoUser(
            ADMINISTRATOR,
            "platform_admin",
            List.of(),
            Optional.empty(),
            "Robin Vale",
            "everything"),
        new DemoUser(
            "demo-org-admin",
            "org_admin",
            List.of(DemoSeed.GENX),
            Optional.empty(),
            "Dana Cole",
            "what belongs to GenX"),
        new DemoUser(
            "demo-org-manager",
            "org_manager",
            List.of(DemoSeed.VICTORY_SYNC),
            Optional.of("104"),
            "Owen Hale",
            "what belongs to VictorySync"),
        new DemoUser(
            "demo-agent",
            "agent",
            List.of(DemoSeed.GENX),
            Optional.of("101"),
            "Maria Lopez",
            "numbers of GenX, and what is extension 101's own"),
        new DemoUser(
            "demo-none", "none", List.of(), Optional.empty(), "Kim Frost", "nothing: 403"));
  }
}
