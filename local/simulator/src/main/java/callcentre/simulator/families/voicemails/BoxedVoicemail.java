package callcentre.simulator.families.voicemails;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.NamedUnit;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.Voicemail;
import java.util.Optional;

/**
 * A voicemail together with the call that left it.
 *
 * @param assignedTo name of the user or of the shared box
 */
record BoxedVoicemail(PhoneCall call, Voicemail voicemail, boolean read, String assignedTo) {

  /** The voicemail of this call; empty when it left none or it was deleted. */
  static Optional<BoxedVoicemail> of(PhoneCall call, Marks marks, AccountData account) {
    Voicemail voicemail = call.voicemail();
    if (voicemail == null || marks.voicemailRemoval() != null) {
      return Optional.empty();
    }
    String shared = account.vmboxes().stream().findFirst().map(NamedUnit::name).orElse("");
    String assignee = voicemail.assigneeExtension();
    String assignedTo =
        assignee == null
            ? shared
            : account
                .user(user -> user.hasExtension(assignee))
                .map(user -> user.fullName())
                .orElse(shared);
    return Optional.of(new BoxedVoicemail(call, voicemail, marks.read(), assignedTo));
  }

  /** The number it was left on, or "" for a colleague's box. */
  String to() {
    return call.businessNumber() == null ? "" : call.businessNumber();
  }
}
