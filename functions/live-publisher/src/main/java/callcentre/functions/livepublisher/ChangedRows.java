package callcentre.functions.livepublisher;

import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.calls.Call;
import callcentre.domain.live.RowChange;
import callcentre.domain.live.RowType;
import callcentre.domain.live.Topic;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.domain.voicemails.Voicemail;
import callcentre.live.rows.RowChanges;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.links.RowImage;
import callcentre.storage.messages.MessageLog;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import callcentre.storage.voicemails.VoicemailQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads what streams bring as rows, and finds whom each is told to.
 *
 * @param names of the tables of this stage
 * @param colleagues everybody who answers somewhere
 * @param policy the budget's, asked when the usage changed
 */
record ChangedRows(
    Tables names, NumberDirectory owners, List<User> colleagues, Supplier<BudgetPolicy> policy) {

  private static final Set<Topic> ACCOUNT = Set.of(Topic.ALL);

  /**
   * What a changed item tells. Most items of the tables help others and tell nothing.
   *
   * @throws RuntimeException when the item is none of ours
   */
  List<Told> of(StreamedItem item, Instant now) {
    if (item.isOf(names.name(Table.CALL_HISTORY))) {
      return history(
          item,
          CallQueries::image,
          new Family<>(
              RowType.CALL,
              call -> new Audience(owners).of(call),
              Call::startedAt,
              (call, version) -> RowChanges.of(call, version, owners)));
    }
    if (item.isOf(names.name(Table.VOICEMAIL_LOGS))) {
      return history(
          item,
          VoicemailQueries::image,
          new Family<>(
              RowType.VOICEMAIL,
              voicemail -> new Audience(owners).of(voicemail),
              Voicemail::receivedAt,
              (voicemail, version) -> RowChanges.of(voicemail, version, owners)));
    }
    if (item.isOf(names.name(Table.SMS_LOGS))) {
      return history(
          item,
          MessageLog::image,
          new Family<>(
              RowType.SMS,
              message -> new Audience(owners).of(message),
              LoggedMessage::at,
              (message, version) -> RowChanges.of(message, version, owners)));
    }
    if (item.isOf(names.name(Table.AGENT_STATUS_HISTORY))) {
      return presence(item, now);
    }
    if (item.isOf(names.name(Table.SYNC_JOBS))) {
      return List.of(new Told(RowChanges.of(SyncJobRepository.image(item.after())), ACCOUNT));
    }
    if (item.isOf(names.name(Table.PROVIDER_USAGE))) {
      return ProviderUsageRepository.image(item.after()).stream()
          .map(ledger -> new Told(RowChanges.of(ledger, policy.get(), now), ACCOUNT))
          .toList();
    }
    throw new IllegalArgumentException("nothing is told of " + item.streamArn());
  }

  private List<Told> presence(StreamedItem item, Instant now) {
    return PresenceRepository.image(item.after()).stream()
        .flatMap(
            evidence ->
                colleagues.stream()
                    .filter(user -> isAt(evidence.value().extension(), user))
                    .map(user -> new Told(RowChanges.of(user, evidence, now), Audience.of(user))))
        .toList();
  }

  private static boolean isAt(Extension extension, User user) {
    return user.currentExtension().filter(extension::equals).isPresent();
  }

  /** How rows of a type are told. */
  private record Family<R>(
      RowType type,
      Function<R, Set<Topic>> topics,
      Function<R, Instant> startedAt,
      Writer<R> writer) {}

  private interface Writer<R> {
    RowChange write(R row, long version);
  }

  private static <R> List<Told> history(
      StreamedItem item,
      Function<Map<String, AttributeValue>, Optional<RowImage<R>>> reader,
      Family<R> family) {
    Optional<RowImage.Shown<R>> before = item.before().flatMap(reader).flatMap(ChangedRows::shown);
    return switch (reader.apply(item.after()).orElse(null)) {
      case null -> List.of();
      case RowImage.Shown<R> row -> {
        List<Told> told = new ArrayList<>();
        Set<Topic> topics = family.topics().apply(row.row());
        told.add(new Told(family.writer().write(row.row(), row.version()), topics));
        before
            .flatMap(was -> withdrawn(was, row.version(), Optional.empty(), topics, family))
            .ifPresent(told::add);
        yield told;
      }
      case RowImage.Folded<R> alias ->
          before
              .flatMap(
                  was ->
                      withdrawn(was, alias.version(), Optional.of(alias.into()), Set.of(), family))
              .stream()
              .toList();
    };
  }

  /** Who was told of a row and sees it no longer is told that. */
  private static <R> Optional<Told> withdrawn(
      RowImage.Shown<R> was,
      long version,
      Optional<String> replacedBy,
      Set<Topic> kept,
      Family<R> family) {
    Set<Topic> left = new HashSet<>(family.topics().apply(was.row()));
    left.removeAll(kept);
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Told(
                RowChanges.withdrawn(
                    family.type(),
                    was.id(),
                    version,
                    family.startedAt().apply(was.row()),
                    replacedBy),
                left));
  }

  private static <R> Optional<RowImage.Shown<R>> shown(RowImage<R> image) {
    return image instanceof RowImage.Shown<R> row ? Optional.of(row) : Optional.empty();
  }
}
