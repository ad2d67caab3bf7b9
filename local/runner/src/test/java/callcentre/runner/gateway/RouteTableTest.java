package callcentre.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private final RouteTable table =
      new RouteTable(
          List.of(
              route("ANY", "/numbers", "list"),
              route("OPTIONS", "/numbers", "preflight"),
              route("ANY", "/numbers/{number}", "one"),
              route("GET", "/numbers/usage", "usage"),
              route("ANY", "/files/{path+}", "files"),
              route("ANY", "/", "root")));

  @Test
  void aMethodOfItsOwnWinsOverAny() {
    assertThat(owner("GET", "/numbers")).contains("list");
    assertThat(owner("OPTIONS", "/numbers")).contains("preflight");
  }

  @Test
  void aLiteralSegmentWinsOverAParameter() {
    assertThat(owner("GET", "/numbers/usage")).contains("usage");
    assertThat(owner("GET", "/numbers/1")).contains("one");
  }

  @Test
  void aMissingMethodDoesNotFallBackToALessSpecificPath() {
    assertThat(owner("POST", "/numbers/usage")).isEmpty();
  }

  @Test
  void parametersKeepTheEncodingOfTheClient() {
    assertThat(table.find("GET", "/numbers/%2B13123194556").orElseThrow().pathParameters())
        .isEqualTo(Map.of("number", "%2B13123194556"));
  }

  @Test
  void aGreedyParameterTakesTheRestOfThePath() {
    assertThat(table.find("GET", "/files/a/b/c").orElseThrow().pathParameters())
        .isEqualTo(Map.of("path", "a/b/c"));
    assertThat(owner("GET", "/files")).isEmpty();
  }

  @Test
  void aSlashAtTheEndIsTheSamePath() {
    assertThat(owner("GET", "/numbers/")).contains("list");
    assertThat(owner("GET", "/")).contains("root");
  }

  @Test
  void anUnknownPathHasNoOwner() {
    assertThat(owner("GET", "/number")).isEmpty();
    assertThat(owner("GET", "/numbers/1/calls")).isEmpty();
  }

  @Test
  void twoOwnersOfOneMethodAndPathAreRefused() {
    assertThatThrownBy(
            () -> new RouteTable(List.of(route("GET", "/a", "one"), route("GET", "/a", "two"))))
        .hasMessage("GET /a is claimed by one and by two");
  }

  private Optional<String> owner(String method, String path) {
    return table.find(method, path).map(match -> match.route().function());
  }

  private static Route route(String method, String path, String function) {
    return new Route(method, PathPattern.parse(path), function, Optional.empty());
  }
}
