package callcentre.functions.calls.writing;

import callcentre.domain.calls.WorkflowState;
import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * The body of {@code PUT …/calls/{id}/workflow-state}.
 *
 * @param workflowState {@code open} or {@code resolved}: the provider takes no other (MightyCall
 *     reference 3.5)
 */
public record WorkflowBody(Optional<String> workflowState) {

  public WorkflowBody {
    boolean settable =
        workflowState
            .flatMap(WorkflowState::ofWireName)
            .filter(state -> state != WorkflowState.NONE)
            .isPresent();
    new FieldErrors()
        .require(settable, "workflow_state", "must be one of open, resolved")
        .throwIfAny();
  }

  /** The state to set. */
  WorkflowState state() {
    return workflowState.flatMap(WorkflowState::ofWireName).orElseThrow();
  }
}
