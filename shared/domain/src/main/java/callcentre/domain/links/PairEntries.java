package callcentre.domain.links;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.links.PairEntry.Kind;
import callcentre.domain.voicemails.VoicemailEvidence;
import callcentre.domain.voicemails.VoicemailFact.JournalVoicemail;
import callcentre.domain.voicemails.VoicemailFact.ListedVoicemail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a row contributes to its pair: one entry per family that has a record of it. */
public final class PairEntries {

  private PairEntries() {}

  /**
   * The entries of a call's evidence; none of a record whose direction is not known. A journal
   * record with a GUID is joined, and so is the call of that GUID.
   */
  public static List<PairEntry> of(CallEvidence evidence) {
    List<PairEntry> entries = new ArrayList<>();
    Optional<JournalCall> journal = evidence.journal();
    boolean joined = journal.flatMap(JournalCall::guid).isPresent();
    Optional<CallDetails> own =
        evidence
            .find(ListedCall.class)
            .map(ListedCall::details)
            .or(() -> evidence.find(RequestedCall.class).map(RequestedCall::details));
    own.flatMap(details -> entry(evidence.id(), Kind.CALL, details, joined))
        .ifPresent(entries::add);
    journal
        .flatMap(record -> entry(record.journalId(), Kind.JOURNAL, record.details(), joined))
        .ifPresent(entries::add);
    return List.copyOf(entries);
  }

  /** The entries of a voicemail's evidence. */
  public static List<PairEntry> of(VoicemailEvidence evidence) {
    List<PairEntry> entries = new ArrayList<>();
    evidence.listed().map(PairEntries::entry).ifPresent(entries::add);
    evidence.journal().map(PairEntries::entry).ifPresent(entries::add);
    return List.copyOf(entries);
  }

  private static Optional<PairEntry> entry(
      CallId id, Kind kind, CallDetails details, boolean joined) {
    Instant start = details.startedAt();
    Instant end = start.plus(details.duration().orElse(Duration.ZERO));
    return PairKey.of(details).map(key -> new PairEntry(key, id.value(), kind, start, end, joined));
  }

  private static PairEntry entry(ListedVoicemail listed) {
    Instant left = listed.receivedAt();
    return new PairEntry(
        PairKey.ofVoicemail(listed.from(), listed.to(), left),
        listed.id().value(),
        Kind.VOICEMAIL,
        left,
        left,
        false);
  }

  private static PairEntry entry(JournalVoicemail record) {
    Instant start = record.startedAt();
    return new PairEntry(
        PairKey.ofVoicemail(record.from(), record.to(), start),
        record.id().value(),
        Kind.JOURNAL,
        start,
        start.plus(record.callDuration().orElse(Duration.ZERO)),
        false);
  }
}
