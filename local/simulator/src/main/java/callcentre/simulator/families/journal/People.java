package callcentre.simulator.families.journal;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.NamedUnit;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The filters {@code userId}, {@code groupId} and {@code vmBoxId}: whose conversations they are.
 */
final class People {

  private final Set<String> groups;
  private final Set<String> boxes;
  private final boolean anybody;
  private final Set<String> extensions = new HashSet<>();
  private final String sharedBox;

  People(JournalRequest request, AccountData account) {
    Set<String> users = request.set(JournalFilter.USER_ID);
    groups = request.set(JournalFilter.GROUP_ID);
    boxes = request.set(JournalFilter.VM_BOX_ID);
    anybody = users.isEmpty() && groups.isEmpty() && boxes.isEmpty();
    for (TeamUser user : account.users()) {
      if (user.extension() != null && users.contains(user.id().toLowerCase(Locale.ROOT))) {
        extensions.add(user.extension());
      }
    }
    sharedBox =
        account.vmboxes().stream()
            .findFirst()
            .map(NamedUnit::id)
            .orElse("")
            .toLowerCase(Locale.ROOT);
  }

  boolean concerned(Conversation conversation) {
    if (anybody) {
      return true;
    }
    return switch (conversation) {
      case PhoneCall call ->
          call.concernsAny(extensions) || groups.contains(groupOf(call)) || inBox(call);
      case TextMessage text ->
          text.agentExtension() != null && extensions.contains(text.agentExtension());
    };
  }

  private boolean inBox(PhoneCall call) {
    return call.voicemail() != null
        && call.voicemail().assigneeExtension() == null
        && boxes.contains(sharedBox);
  }

  private static String groupOf(PhoneCall call) {
    return call.groupId() == null ? "" : call.groupId().toLowerCase(Locale.ROOT);
  }
}
