package callcentre.views;

import callcentre.domain.calls.Agent;
import callcentre.domain.people.Extension;
import java.util.Optional;

/** The colleague to whom a call or message is attributed. */
public record AgentView(Extension extension, Optional<String> name) {

  /** The colleague, as the provider names them. */
  public static AgentView of(Agent agent) {
    return new AgentView(agent.extension(), agent.name());
  }
}
