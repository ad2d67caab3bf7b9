package callcentre.simulator.history;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.IdSource;
import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call in the making, for tests and the control API. What is not said is usual: a client calls
 * the account's first number, the first colleague answers after six seconds and talks for a minute.
 */
public final class CallDraft {

  private static final Duration USUAL_RINGS = Duration.ofSeconds(6);
  private static final Duration USUAL_TALK = Duration.ofMinutes(1);
  private static final String USUAL_CLIENT = "+13475550123";

  private final Instant at;
  private Origin origin = Origin.INBOUND;
  private Client client = Client.ofNumber(USUAL_CLIENT, null);
  private @Nullable String number;
  private @Nullable String caller;
  private final List<String> rung = new ArrayList<>();
  private final List<String> connected = new ArrayList<>();
  private final List<String> consulted = new ArrayList<>();
  private @Nullable String groupId;
  private CallState state = CallState.CONNECTED;
  private Duration rings = USUAL_RINGS;
  private @Nullable Duration lasts;
  private boolean recorded;
  private @Nullable VoicemailDraft voicemail;
  private Marks marks = Marks.NONE;
  private @Nullable String guid;
  private @Nullable String requestId;

  private record VoicemailDraft(
      @Nullable String id, Duration length, @Nullable String text, @Nullable String assignee) {}

  private CallDraft(Instant at) {
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A call that begins then, to the millisecond. */
  public static CallDraft at(Instant begin) {
    return new CallDraft(begin);
  }

  /** A client with this number calls; the name may be null. */
  public CallDraft from(String clientNumber, @Nullable String name) {
    return with(Client.ofNumber(clientNumber, name));
  }

  /** This client is the other side. */
  public CallDraft with(Client otherSide) {
    client = otherSide;
    return this;
  }

  /** The account's number that is called, or calls. */
  public CallDraft number(String businessNumber) {
    number = businessNumber;
    return this;
  }

  /** A colleague calls a client. */
  public CallDraft outgoing(String callerExtension, String clientNumber) {
    origin = Origin.OUTBOUND;
    caller = callerExtension;
    return with(Client.ofNumber(clientNumber, null));
  }

  /** A colleague calls a colleague. */
  public CallDraft internal(String callerExtension, String calledExtension) {
    origin = Origin.INTERNAL;
    caller = callerExtension;
    client = Client.colleague(calledExtension, null);
    connected.add(calledExtension);
    return this;
  }

  /** The centre calls a client back who asked for it. */
  public CallDraft callback() {
    origin = Origin.CALLBACK;
    return this;
  }

  /** These are rung, in order, and do not answer. */
  public CallDraft rung(String... extensions) {
    rung.addAll(List.of(extensions));
    return this;
  }

  /** This one answers; a second one is who the call was transferred to. */
  public CallDraft answeredBy(String extension) {
    connected.add(extension);
    return this;
  }

  /** This one is consulted during the call. */
  public CallDraft consulting(String extension) {
    consulted.add(extension);
    return this;
  }

  /** The whole group is rung. */
  public CallDraft group(String id) {
    groupId = id;
    return this;
  }

  /** How the call ends. */
  public CallDraft ending(CallState how) {
    state = how;
    return this;
  }

  /** How long it rings. */
  public CallDraft ringing(Duration time) {
    rings = time;
    return this;
  }

  /** How long it lasts. */
  public CallDraft lasting(Duration time) {
    lasts = time;
    return this;
  }

  /** The talk is recorded. */
  public CallDraft recorded() {
    recorded = true;
    return this;
  }

  /**
   * The client leaves a voicemail.
   *
   * @param id its GUID, or null for a new one
   * @param text what speech recognition reads, or null where it fails
   * @param assignee an extension, or null for the shared box
   */
  public CallDraft leaving(
      @Nullable String id, Duration length, @Nullable String text, @Nullable String assignee) {
    state = CallState.VOICEMAIL;
    voicemail = new VoicemailDraft(id, length, text, assignee);
    return this;
  }

  /** What is noted of it. */
  public CallDraft marked(Marks noted) {
    marks = noted;
    return this;
  }

  /** Its ids; null for a new one. */
  public CallDraft ids(@Nullable String callGuid, @Nullable String journalId) {
    guid = callGuid;
    requestId = journalId;
    return this;
  }

  /** The call; what was not given comes from the account, ids from {@code identifiers}. */
  public PhoneCall build(AccountData account, IdSource identifiers) {
    boolean talked = state == CallState.CONNECTED;
    String usual = usualExtension(account);
    Duration left = voicemail == null ? Duration.ZERO : voicemail.length();
    Duration time = lasts != null ? lasts : talked ? USUAL_TALK : left;
    boolean ours = origin == Origin.OUTBOUND || origin == Origin.INTERNAL;
    String callerExtension = !ours ? null : caller == null ? usual : caller;
    String businessNumber =
        origin == Origin.INTERNAL ? null : number == null ? firstNumber(account) : number;
    Instant leftAt = at.plus(rings).plus(time.minus(left));
    return new PhoneCall(
        requestId == null ? identifiers.requestId(at) : requestId.toLowerCase(Locale.ROOT),
        guid == null ? identifiers.guid() : guid.toLowerCase(Locale.ROOT),
        at,
        origin,
        client,
        businessNumber,
        callerExtension,
        callerExtension == null ? client.shownName() : nameOf(account, callerExtension),
        legs(account, usual, talked),
        groupId,
        state,
        rings,
        time,
        recorded,
        voicemail == null
            ? null
            : new Voicemail(
                Objects.requireNonNullElseGet(voicemail.id(), identifiers::guid)
                    .toLowerCase(Locale.ROOT),
                leftAt,
                voicemail.length(),
                voicemail.text(),
                voicemail.assignee()),
        marks);
  }

  private List<Leg> legs(AccountData account, String usual, boolean talked) {
    List<Leg> legs = new ArrayList<>();
    if (origin == Origin.OUTBOUND) {
      legs.add(Leg.client(client.address(), client.shownName(), talked));
    }
    rung.forEach(extension -> legs.add(agent(account, extension, false)));
    connected.forEach(extension -> legs.add(agent(account, extension, talked)));
    if (legs.isEmpty()) {
      legs.add(agent(account, usual, talked));
    }
    consulted.forEach(
        extension -> legs.add(agent(account, extension, talked).as(Leg.Role.CONSULTANT)));
    return legs;
  }

  private static Leg agent(AccountData account, String extension, boolean connected) {
    return Leg.agent(extension, nameOf(account, extension), connected);
  }

  private static @Nullable String nameOf(AccountData account, String extension) {
    Optional<TeamUser> user = account.user(known -> known.hasExtension(extension));
    return user.map(TeamUser::fullName).orElse(null);
  }

  private static String usualExtension(AccountData account) {
    return account
        .user(user -> user.extension() != null)
        .map(TeamUser::extension)
        .orElseThrow(() -> new IllegalArgumentException("Nobody has an extension; name one"));
  }

  private static String firstNumber(AccountData account) {
    return account.numbers().stream()
        .map(PhoneNumber::number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The account has no number; give one"));
  }
}
