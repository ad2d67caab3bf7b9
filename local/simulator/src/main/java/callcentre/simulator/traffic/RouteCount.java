package callcentre.simulator.traffic;

/** How many requests one route had. */
public record RouteCount(String method, String template, long count) {}
