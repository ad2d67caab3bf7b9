package callcentre.functions.userstatus;

import callcentre.domain.presence.ProfileStatus;
import callcentre.domain.validation.FieldErrors;
import java.util.Optional;

/**
 * The body of {@code PUT /api/admin/user-status/{userId}}.
 *
 * @param status {@code available} or {@code dnd}: the provider takes no other (MightyCall reference
 *     3.4)
 */
record StatusBody(Optional<String> status) {

  StatusBody {
    new FieldErrors()
        .require(
            status.flatMap(ProfileStatus::ofWireName).isPresent(),
            "status",
            "must be one of available, dnd")
        .throwIfAny();
  }

  /** The status to set. */
  ProfileStatus wanted() {
    return status.flatMap(ProfileStatus::ofWireName).orElseThrow();
  }
}
