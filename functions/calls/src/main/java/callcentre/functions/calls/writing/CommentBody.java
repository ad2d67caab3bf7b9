package callcentre.functions.calls.writing;

import callcentre.domain.validation.FieldErrors;

/**
 * The body of {@code PUT …/calls/{id}/comment}.
 *
 * @param comment 1 to 2,000 characters, without blanks around it
 */
public record CommentBody(String comment) {

  /** What one row can hold beside everything else; the provider's own limit is not documented. */
  static final int LONGEST = 2_000;

  public CommentBody(String comment) {
    this.comment = comment == null ? "" : comment.strip();
    int length = this.comment.codePointCount(0, this.comment.length());
    new FieldErrors()
        .require(
            length >= 1 && length <= LONGEST,
            "comment",
            "must have 1 to "
                + LONGEST
                + " characters, not only blanks; DELETE removes the comment")
        .throwIfAny();
  }
}
