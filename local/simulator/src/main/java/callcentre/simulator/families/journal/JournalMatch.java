package callcentre.simulator.families.journal;

import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.Origin;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Workflow;
import callcentre.simulator.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which conversations fit the filters of a request; those flagged as removed never do. */
final class JournalMatch implements Predicate<Conversation> {

  private final World world;
  private final JournalRequest request;
  private final Set<String> types;
  private final Set<String> origins;
  private final Set<String> states;
  private final Set<String> workflows;
  private final Set<String> phones;
  private final Set<String> businessNumbers;
  private final boolean byOrigin;
  private final @Nullable String searchText;
  private final People people;

  JournalMatch(World world, JournalRequest request) {
    this.world = world;
    this.request = request;
    types = restricting(JournalFilter.TYPE, "all", "unspecified", "default");
    origins = restricting(JournalFilter.ORIGIN, "all", "unspecified");
    states = restricting(JournalFilter.STATE, "all");
    workflows = restricting(JournalFilter.WF_STATE, "all");
    phones = request.set(JournalFilter.PHONE);
    businessNumbers = request.set(JournalFilter.BUSINESS_NUMBER);
    byOrigin =
        request.text(JournalFilter.INBOUND).isPresent()
            || request.text(JournalFilter.OUTBOUND).isPresent()
            || request.text(JournalFilter.CALLBACKS).isPresent();
    searchText =
        request.text(JournalFilter.SEARCH_TEXT).map(t -> t.toLowerCase(Locale.ROOT)).orElse(null);
    people = new People(request, world.account().data());
  }

  @Override
  public boolean test(Conversation conversation) {
    Marks marks = world.history().marks(conversation);
    return !marks.removed()
        && among(types, type(conversation))
        && among(origins, conversation.origin().journalWord())
        && among(states, state(conversation))
        && stateOfOrigin(conversation)
        && workflow(marks)
        && read(marks)
        && among(phones, conversation.client().address())
        && number(conversation)
        && request.text(JournalFilter.EMAIL).isEmpty()
        && people.concerned(conversation)
        && found(conversation, marks);
  }

  /** The word of {@code type}: a callback that never led to a talk stays a request for one. */
  static String type(Conversation conversation) {
    return switch (conversation) {
      case TextMessage _ -> "message";
      case PhoneCall call when call.origin() == Origin.CALLBACK && call.respondedAt().isEmpty() ->
          "callbackRequest";
      case PhoneCall _ -> "call";
    };
  }

  /** The word of {@code state}. */
  static String state(Conversation conversation) {
    return switch (conversation) {
      case TextMessage _ -> "message";
      case PhoneCall call -> call.state().journalWord();
    };
  }

  private Set<String> restricting(JournalFilter filter, String... everything) {
    Set<String> values = request.set(filter);
    for (String all : everything) {
      if (values.contains(all)) {
        return Set.of();
      }
    }
    return values;
  }

  private static boolean among(Set<String> wanted, String word) {
    return wanted.isEmpty() || wanted.contains(word.toLowerCase(Locale.ROOT));
  }

  /** {@code inbound}, {@code outbound} and {@code callbacks} each choose rows of their origin. */
  private boolean stateOfOrigin(Conversation conversation) {
    if (!byOrigin) {
      return true;
    }
    Optional<JournalFilter> filter =
        switch (conversation.origin()) {
          case INBOUND -> Optional.of(JournalFilter.INBOUND);
          case OUTBOUND -> Optional.of(JournalFilter.OUTBOUND);
          case CALLBACK -> Optional.of(JournalFilter.CALLBACKS);
          case INTERNAL -> Optional.empty();
        };
    Set<String> wanted = filter.map(request::set).orElse(Set.of());
    return wanted.contains("all") || wanted.contains(state(conversation).toLowerCase(Locale.ROOT));
  }

  /** Finished and resolved are two words for one state (reference 6, row 8, C). */
  private boolean workflow(Marks marks) {
    if (workflows.isEmpty()) {
      return true;
    }
    Workflow state = marks.workflow();
    return (state == Workflow.OPEN && workflows.contains("open"))
        || (state == Workflow.RESOLVED
            && (workflows.contains("resolved") || workflows.contains("finished")));
  }

  private boolean read(Marks marks) {
    return request.text(JournalFilter.IS_READ).isEmpty()
        || request.flag(JournalFilter.IS_READ, false) == marks.read();
  }

  private boolean number(Conversation conversation) {
    if (businessNumbers.isEmpty()) {
      return true;
    }
    String number = conversation.businessNumber();
    return number != null && businessNumbers.contains(number.replaceAll("\\D", ""));
  }

  private boolean found(Conversation conversation, Marks marks) {
    if (searchText == null) {
      return true;
    }
    Set<String> fields = request.set(JournalFilter.SEARCH_PROPERTY);
    String number = conversation.businessNumber();
    return (in(fields, "client") && has(conversation.client().address()))
        || (in(fields, "client") && has(conversation.client().name()))
        || (in(fields, "businessnumber") && has(number))
        || (in(fields, "businessnumber") && has(number == null ? null : world.labelOf(number)))
        || (in(fields, "comment") && has(marks.comment()))
        || (in(fields, "vtt") && has(voicemailText(conversation, marks)))
        || (fields.isEmpty() && conversation instanceof TextMessage text && has(text.text()));
  }

  private static @Nullable String voicemailText(Conversation conversation, Marks marks) {
    boolean gone = marks.voicemailRemoval() != null && marks.voicemailRemoval().textToo();
    return conversation instanceof PhoneCall call && call.voicemail() != null && !gone
        ? call.voicemail().text()
        : null;
  }

  private static boolean in(Set<String> fields, String field) {
    return fields.isEmpty() || fields.contains(field);
  }

  private boolean has(@Nullable String text) {
    return text != null && searchText != null && text.toLowerCase(Locale.ROOT).contains(searchText);
  }
}
