package callcentre.client.error;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The provider's documented error codes (reference 2.2) and what kind of failure each one is. */
final class ErrorCodes {

  private static final Map<String, ErrorKind> KINDS =
      Map.ofEntries(
              Map.entry("RequestIsNotFound", ErrorKind.NOT_FOUND),
              Map.entry("ContactIsNotFound", ErrorKind.NOT_FOUND),
              Map.entry("TenantAccountRoleIssue", ErrorKind.FORBIDDEN),
              Map.entry("AccessDenied", ErrorKind.FORBIDDEN),
              Map.entry("ContactRecordsIntersection", ErrorKind.CONFLICT),
              Map.entry("ContactWasModified", ErrorKind.CONFLICT),
              // The size of the address book, not the request limit (reference 2.6).
              Map.entry("ContactsLimitExceeded", ErrorKind.CONFLICT),
              Map.entry("EmailLimitExceeded", ErrorKind.CONFLICT),
              Map.entry("PhoneNumbersLimitExceeded", ErrorKind.CONFLICT),
              Map.entry("RequestIdHasInvalidFormat", ErrorKind.INVALID),
              Map.entry("FilterParamsMalformed", ErrorKind.INVALID),
              Map.entry("InvalidParameters", ErrorKind.INVALID),
              // Answered with 404 (reference 3.5), and yet the value is what is wrong.
              Map.entry("WorkflowStateInvalid", ErrorKind.INVALID),
              Map.entry("FlagsInvalid", ErrorKind.INVALID),
              Map.entry("ContactIdIsNotEmpty", ErrorKind.INVALID),
              Map.entry("ChannelIdIsNotEmpty", ErrorKind.INVALID),
              Map.entry("ContactDataMalformed", ErrorKind.INVALID),
              Map.entry("ContactIdHasInvalidFormat", ErrorKind.INVALID),
              Map.entry("ChannelDataMalformed", ErrorKind.INVALID),
              Map.entry("ChannelIdHasInvalidFormat", ErrorKind.INVALID),
              Map.entry("TagIsInvalid", ErrorKind.INVALID),
              Map.entry("CommentIsTooBig", ErrorKind.INVALID),
              Map.entry("TagsAreTooLong", ErrorKind.INVALID),
              Map.entry("LabelsAreTooLong", ErrorKind.INVALID),
              Map.entry("EmptyNameAndSurname", ErrorKind.INVALID),
              Map.entry("NameIsTooLong", ErrorKind.INVALID),
              Map.entry("ContactRecordIsMalformed", ErrorKind.INVALID),
              Map.entry("LabelsAreMalformed", ErrorKind.INVALID),
              Map.entry("TagsAreMalformed", ErrorKind.INVALID),
              Map.entry("ContactsEmpty", ErrorKind.INVALID))
          .entrySet()
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));

  private ErrorCodes() {}

  /** Empty when the reference does not know the code. */
  static Optional<ErrorKind> kindOf(String errorCode) {
    return Optional.ofNullable(KINDS.get(errorCode.toLowerCase(Locale.ROOT)));
  }
}
