package callcentre.live.rows;

import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallSelection;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.Topic;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.Scope;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.RowScope;
import callcentre.domain.people.User;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.voicemails.Voicemail;
import callcentre.live.SnapshotRows;
import callcentre.storage.Versioned;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallQuery;
import callcentre.storage.database.Database;
import callcentre.storage.messages.MessageLog;
import callcentre.storage.messages.MessageLogQuery;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import callcentre.storage.voicemails.VoicemailQueries;
import callcentre.storage.voicemails.VoicemailQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a topic's rows as the lists of the API would, and writes them as deltas carry them. */
public final class StoredRows implements SnapshotRows {

  /** A call that is said to go on for longer lost its end; the next pull brings it. */
  private static final Duration LONGEST_CALL = Duration.ofHours(6);

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** Jobs are few, and those that run are the newest. */
  private static final int NEWEST_JOBS = 10;

  private static final CallSelection GOING_ON =
      new CallSelection(
          CallSelection.ALL.directions(),
          Set.of(CallStatus.RINGING, CallStatus.DIALING, CallStatus.ON_CALL));

  private final DirectoryCache directory;
  private final Colleagues colleagues;
  private final CallQueries calls;
  private final VoicemailQueries voicemails;
  private final MessageLog messages;
  private final PresenceRepository presences;
  private final SyncJobRepository jobs;
  private final ProviderUsageRepository usage;
  private final Supplier<BudgetPolicy> policy;

  /**
   * @param policy the budget's, asked when the usage is read
   */
  public StoredRows(
      Database database,
      DirectoryCache directory,
      Colleagues colleagues,
      Supplier<BudgetPolicy> policy,
      InstantSource clock) {
    this.directory = directory;
    this.colleagues = colleagues;
    this.calls = new CallQueries(database, clock);
    this.voicemails = new VoicemailQueries(database, clock);
    this.messages = new MessageLog(database, clock);
    this.presences = new PresenceRepository(database);
    this.jobs = new SyncJobRepository(database);
    this.usage = new ProviderUsageRepository(database);
    this.policy = policy;
  }

  @Override
  public Found read(Topic topic, Optional<Instant> since, Instant now) {
    NumberDirectory owners = directory.get();
    RowScope scope = scope(topic, since, owners);
    Instant from = now.minus(LiveLimits.SNAPSHOT_REACH);
    Instant to = now.plus(AHEAD);
    List<RowChange> rows = new ArrayList<>(presence(topic, now));
    Shelf<Call> ofCalls =
        new Shelf<>(rows, call -> RowChanges.of(call.value(), call.version(), owners));
    Shelf<LoggedMessage> ofMessages =
        new Shelf<>(rows, message -> RowChanges.of(message.value(), message.version(), owners));
    Shelf<Voicemail> ofVoicemails =
        new Shelf<>(
            rows, voicemail -> RowChanges.of(voicemail.value(), voicemail.version(), owners));
    CallQuery goingOn = CallQuery.between(from.minus(LONGEST_CALL), from, scope).with(GOING_ON);
    CallQuery recent = CallQuery.between(from, to, scope);
    MessageLogQuery recentMessages = MessageLogQuery.between(from, to, scope);
    VoicemailQuery recentVoicemails = VoicemailQuery.between(from, to, scope);
    boolean truncated =
        ofCalls.fill(
            List.of(
                (most, next) -> calls.versionedPage(goingOn, most, next),
                (most, next) -> calls.versionedPage(recent, most, next)));
    truncated |=
        ofMessages.fill(
            List.of((most, next) -> messages.versionedPage(recentMessages, most, next)));
    truncated |=
        ofVoicemails.fill(
            List.of((most, next) -> voicemails.versionedPage(recentVoicemails, most, next)));
    if (topic.equals(Topic.ALL)) {
      rows.addAll(account(now));
    }
    return new Found(rows, truncated);
  }

  private static RowScope scope(Topic topic, Optional<Instant> since, NumberDirectory owners) {
    return switch (topic) {
      case Topic.Everything all -> RowScope.EVERYTHING;
      case Topic.OfOrganisation(var organisation) ->
          new RowScope(owners.scopeOf(Set.of(organisation)), List.of());
      case Topic.OfAgent(var extension) ->
          new RowScope(
              new Scope.Owned(Map.of()),
              List.of(
                  new ExtensionAssignment(extension, Interval.since(since.orElse(Instant.EPOCH)))));
    };
  }

  private List<RowChange> presence(Topic topic, Instant now) {
    List<User> seen = colleagues.all().stream().filter(user -> isIn(topic, user)).toList();
    if (seen.isEmpty()) {
      return List.of();
    }
    Map<Extension, Versioned<PresenceEvidence>> known = new HashMap<>();
    presences.versionedFloor().forEach(row -> known.put(row.value().extension(), row));
    return seen.stream()
        .flatMap(
            user ->
                user.currentExtension().stream()
                    .map(
                        extension ->
                            RowChanges.of(
                                user,
                                known.getOrDefault(
                                    extension,
                                    new Versioned<>(PresenceEvidence.none(extension), 0)),
                                now)))
        .toList();
  }

  private static boolean isIn(Topic topic, User user) {
    return switch (topic) {
      case Topic.Everything all -> true;
      case Topic.OfOrganisation(var organisation) -> user.organisations().contains(organisation);
      case Topic.OfAgent(var extension) ->
          user.currentExtension().filter(extension::equals).isPresent();
    };
  }

  private List<RowChange> account(Instant now) {
    List<RowChange> rows = new ArrayList<>();
    jobs.versionedPage(NEWEST_JOBS, Optional.empty()).items().stream()
        .filter(job -> !job.value().status().isFinal())
        .map(RowChanges::of)
        .forEach(rows::add);
    usage.findVersioned().map(row -> RowChanges.of(row, policy.get(), now)).ifPresent(rows::add);
    return rows;
  }
}
