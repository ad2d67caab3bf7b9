package callcentre.domain.ownership;

/** A change of ownership that the rules of {@link NumberOwnership#assign} do not allow. */
public final class InvalidAssignmentException extends IllegalArgumentException {

  public InvalidAssignmentException(String message) {
    super(message);
  }
}
