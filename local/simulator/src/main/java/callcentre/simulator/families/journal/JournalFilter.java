package callcentre.simulator.families.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The filters of the journal and the values that each takes, in any case (reference 3.5). */
enum JournalFilter {
  PAGE("page", Values.of()),
  PAGE_SIZE("pageSize", Values.of()),
  FROM("from", Values.of()),
  TO("to", Values.of()),
  EARLIEST("earliest", Values.of()),
  LATEST("latest", Values.of()),
  TYPE(
      "type",
      Values.of(
          "unspecified",
          "call",
          "message",
          "messagethread",
          "task",
          "callbackrequest",
          "service",
          "default",
          "all")),
  ORIGIN("origin", Values.of("unspecified", "inbound", "outbound", "callback", "internal", "all")),
  STATE("state", Values.STATES),
  INBOUND("inbound", Values.STATES),
  OUTBOUND("outbound", Values.STATES),
  CALLBACKS("callbacks", Values.STATES),
  IS_READ("isRead", Values.BOOLEANS),
  WF_STATE("wfState", Values.of("open", "finished", "resolved", "all")),
  USER_ID("userId", Values.of()),
  GROUP_ID("groupId", Values.of()),
  VM_BOX_ID("vmBoxId", Values.of()),
  PHONE("phone", Values.of()),
  EMAIL("email", Values.of()),
  BUSINESS_NUMBER("businessNumber", Values.of()),
  SEARCH_PROPERTY("searchProperty", Values.of("client", "businessnumber", "comment", "vtt")),
  SEARCH_TEXT("searchText", Values.of()),
  RESOLVE_CONTACTS("resolveContacts", Values.BOOLEANS),
  SHOW_EXTERNAL_CONTACTS("showExternalContacts", Values.BOOLEANS),
  SHOW_USERS("showUsers", Values.BOOLEANS),
  REVERSE("reverse", Values.BOOLEANS);

  /** What only a list takes, not its counts. */
  static final Set<JournalFilter> OF_LISTS_ONLY =
      Set.of(PAGE, PAGE_SIZE, RESOLVE_CONTACTS, SHOW_EXTERNAL_CONTACTS, SHOW_USERS, REVERSE);

  /** What does not choose rows by what they are. */
  static final Set<JournalFilter> OF_TIMES_AND_SHOWING =
      Set.of(
          FROM,
          TO,
          EARLIEST,
          LATEST,
          PAGE,
          PAGE_SIZE,
          RESOLVE_CONTACTS,
          SHOW_EXTERNAL_CONTACTS,
          SHOW_USERS,
          REVERSE);

  private final String parameter;
  private final Set<String> values;

  JournalFilter(String parameter, Set<String> values) {
    this.parameter = parameter;
    this.values = values;
  }

  /** Its name as a query parameter. */
  String parameter() {
    return parameter;
  }

  /** The filter of this parameter, in any case. */
  static Optional<JournalFilter> ofParameter(String name) {
    return Arrays.stream(values())
        .filter(filter -> filter.parameter.equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether every value of the comma list is one this filter knows. */
  boolean takes(String list) {
    return values.isEmpty()
        || Arrays.stream(list.split(",", -1))
            .allMatch(value -> values.contains(value.strip().toLowerCase(Locale.ROOT)));
  }

  /** An enum's constants are made before its static fields; so the sets stand apart. */
  private static final class Values {
    static final Set<String> BOOLEANS = Set.of("true", "false");
    static final Set<String> STATES =
        Set.of(
            "missed",
            "connected",
            "voicemail",
            "dropped",
            "noanswer",
            "scheduled",
            "message",
            "all");

    static Set<String> of(String... values) {
      return Set.of(values);
    }
  }
}
