package callcentre.functions.users;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.validation.FieldErrors;
import callcentre.storage.people.UserRepository;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of {@code PUT /api/admin/users/{userId}}: the whole user. What is left out is empty
 * afterwards.
 *
 * @param role required
 * @param organisations at most {@link UserRepository#MOST_ORGANISATIONS}, each once
 * @param displayName required, 1 to 120 characters
 * @param email at most 254 characters
 */
record UserChange(
    Optional<Role> role,
    @JsonSetter(contentNulls = Nulls.FAIL) Optional<List<OrganisationId>> organisations,
    Optional<Extension> extension,
    Optional<String> displayName,
    Optional<String> email) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  UserChange {
    FieldErrors errors = new FieldErrors();
    errors.require(role.isPresent(), "role", "is required");
    Set<OrganisationId> once = new HashSet<>();
    List<OrganisationId> members = organisations.orElse(List.of());
    for (int at = 0; at < members.size(); at++) {
      errors.require(once.add(members.get(at)), "organisations[" + at + "]", "is given twice");
    }
    errors
        .require(
            members.size() <= UserRepository.MOST_ORGANISATIONS,
            "organisations",
            "must have at most " + UserRepository.MOST_ORGANISATIONS)
        .require(
            displayName.filter(UserChange::isName).isPresent(),
            "display_name",
            displayName.isEmpty()
                ? "is required"
                : "must have 1 to " + LONGEST_NAME + " characters, not only blanks")
        .require(
            email.filter(written -> !isEmail(written)).isEmpty(),
            "email",
            "must be an address of at most " + LONGEST_EMAIL + " characters, or null")
        .throwIfAny();
  }

  List<OrganisationId> members() {
    return organisations.orElse(List.of());
  }

  /**
   * The user after the change.
   *
   * @param before the user as it is stored, if it is
   * @param former the user as it was when it was removed, if it was
   */
  User over(String id, Optional<User> before, Optional<User> former, Instant now) {
    User known =
        before.orElseGet(
            () ->
                new User(
                    id,
                    Role.NONE,
                    Set.of(),
                    former.map(User::extensions).orElse(List.of()),
                    "",
                    Optional.empty(),
                    now,
                    now));
    User next =
        new User(
            id,
            role.orElseThrow(),
            Set.copyOf(members()),
            known.extensionsAfter(extension, now),
            displayName.orElseThrow().strip(),
            email,
            known.createdAt(),
            known.updatedAt());
    return next.equals(known) ? known : touched(next, now);
  }

  private static User touched(User user, Instant now) {
    return new User(
        user.id(),
        user.role(),
        user.organisations(),
        user.extensions(),
        user.displayName(),
        user.email(),
        user.createdAt(),
        now);
  }

  private static boolean isName(String written) {
    return !written.isBlank()
        && written.strip().codePointCount(0, written.strip().length()) <= LONGEST_NAME
        && written.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isEmail(String written) {
    return written.length() <= LONGEST_EMAIL && EMAIL.matcher(written).matches();
  }
}
