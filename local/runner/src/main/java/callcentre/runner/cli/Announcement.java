package callcentre.runner.cli;

import callcentre.runner.seed.DemoUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text at the end of the start: where everything is and what to try. */
public final class Announcement {

  private static final String NUMBERS = "/api/admin/mightycall/phone-numbers";

  private Announcement() {}

  public static String of(LocalFacts facts, double seconds) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format("The call centre runs on %s  (%.1f s)", facts.address(), seconds));
    facts
        .account()
        .simulatorAddress()
        .ifPresent(address -> lines.add("MightyCall is simulated on " + address));
    lines.add("");
    for (DemoUser user : DemoUser.all()) {
      String token = facts.tokens().get(user.role());
      if (token != null) {
        lines.add("As " + user.role() + " (" + user.displayName() + ") you see " + user.sees());
        lines.add(
            "  curl -s -H 'Authorization: Bearer " + token + "' " + facts.address() + NUMBERS);
      }
    }
    lines.add("");
    lines.addAll(next(facts));
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> next(LocalFacts facts) {
    Path file = facts.dataFolder().resolve(LocalJson.NAME);
    String api = facts.address() + "/api/admin/mightycall";
    List<String> lines = new ArrayList<>();
    lines.add("Next (TOKEN is any token from above):");
    lines.add("  curl -s -X POST -H \"Authorization: Bearer $TOKEN\" " + api + "/sync");
    lines.add("  curl -s -H \"Authorization: Bearer $TOKEN\" " + api + "/extensions");
    lines.add("  curl -s -H \"Authorization: Bearer $TOKEN\" " + api + "/usage");
    if (facts.apis().values().stream().anyMatch(address -> address.startsWith("ws://"))) {
      lines.add("  ./tail   in another terminal prints every change as it happens");
    }
    facts
        .account()
        .simulatorAddress()
        .ifPresent(
            address ->
                lines.add(
                    "  curl -s " + address + "/_simulator   clock and faults: local/README.md"));
    lines.add("");
    lines.add("Logs, one a function   " + facts.dataFolder().resolve("logs"));
    lines.add("The same for scripts   " + file);
    lines.add("Ctrl-C stops; the data stays (./run --reset starts anew)");
    return lines;
  }
}
