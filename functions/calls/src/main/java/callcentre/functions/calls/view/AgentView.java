package callcentre.functions.calls.view;

import callcentre.domain.calls.Agent;
import callcentre.domain.people.Extension;
import java.util.Optional;

/** The colleague to whom a call is attributed. */
public record AgentView(Extension extension, Optional<String> name) {

  static AgentView of(Agent agent) {
    return new AgentView(agent.extension(), agent.name());
  }
}
