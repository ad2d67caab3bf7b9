package callcentre.functions.messages.sending;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.validation.FieldErrors;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of {@code POST …/send-sms} (contract: fixed).
 *
 * @param from one of the business numbers that the caller may send from
 * @param to one telephone number or several, in any usual notation
 * @param message the text; may be left out with attachments
 * @param orgId the owner of {@code from}; refused when it is another one
 */
public record SendBody(
    Optional<PhoneNumber> from,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<List<String>> to,
    Optional<String> message,
    @JsonSetter(contentNulls = Nulls.FAIL) Optional<List<AttachmentBody>> attachments,
    @JsonProperty("orgId") Optional<OrganisationId> orgId) {

  /**
   * The order that the body is.
   *
   * @throws callcentre.domain.validation.InvalidFieldsException naming every mistake
   * @throws ApiException 413 when the files together are too large
   */
  SendOrder order() {
    FieldErrors errors = new FieldErrors();
    errors.require(from.isPresent(), "from", "is required");
    Set<PhoneNumber> recipients = recipients(errors);
    String text = message.orElse("");
    List<AttachmentBody> files = attachments.orElse(List.of());
    errors
        .require(
            !text.isBlank() || !files.isEmpty(), "message", "is required unless a file is sent")
        .require(
            text.length() <= MessageBatch.LONGEST_TEXT,
            "message",
            "must have at most %,d characters, not %,d"
                .formatted(MessageBatch.LONGEST_TEXT, text.length()))
        .require(
            files.size() <= MessageBatch.MOST_ATTACHMENTS,
            "attachments",
            "must be at most " + MessageBatch.MOST_ATTACHMENTS)
        .throwIfAny();
    requireSmall(files);
    return new SendOrder(
        from.orElseThrow(),
        List.copyOf(recipients),
        text,
        files.stream().map(AttachmentBody::file).toList(),
        orgId);
  }

  private Set<PhoneNumber> recipients(FieldErrors errors) {
    List<String> written = to.orElse(List.of());
    errors.require(!written.isEmpty(), "to", "is required: one telephone number or several");
    Set<PhoneNumber> recipients = new LinkedHashSet<>();
    for (int place = 0; place < written.size(); place++) {
      String field = written.size() == 1 ? "to" : "to[" + place + "]";
      try {
        PhoneNumber recipient = PhoneNumber.parse(written.get(place));
        errors.require(
            !Optional.of(recipient).equals(from), field, "must not be the sender itself");
        recipients.add(recipient);
      } catch (IllegalArgumentException malformed) {
        errors.add(field, String.valueOf(malformed.getMessage()));
      }
    }
    errors.require(
        recipients.size() <= MessageBatch.MOST_RECIPIENTS,
        "to",
        "must be at most %d numbers, not %d; send the others in another request"
            .formatted(MessageBatch.MOST_RECIPIENTS, recipients.size()));
    return recipients;
  }

  private static void requireSmall(List<AttachmentBody> files) {
    int bytes = files.stream().mapToInt(AttachmentBody::bytes).sum();
    if (bytes > MessageBatch.MOST_ATTACHED_BYTES) {
      throw ApiException.of(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "The attachments have %,d bytes together; at most %,d can be sent. Nothing was sent."
              .formatted(bytes, MessageBatch.MOST_ATTACHED_BYTES));
    }
  }
}
