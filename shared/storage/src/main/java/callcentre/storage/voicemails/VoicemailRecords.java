package callcentre.storage.voicemails;

import callcentre.domain.calls.Party;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntries;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.domain.links.PairLinks;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import callcentre.domain.voicemails.VoicemailEvidence;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.domain.voicemails.VoicemailSource;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeKeys;
import callcentre.storage.links.RecordKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Rows of {@code voicemail_logs}. The journal record is the row, for only the journal can change
 * it; a listed voicemail goes into the row of the one record that it can belong to.
 */
final class VoicemailRecords implements RecordKind<VoicemailFact, VoicemailEvidence> {

  private static final int SCHEMA_VERSION = 1;

  private final Supplier<Retention> retention;

  VoicemailRecords(Supplier<Retention> retention) {
    this.retention = retention;
  }

  @Override
  public Table table() {
    return Table.VOICEMAIL_LOGS;
  }

  @Override
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }

  @Override
  public String recordOf(VoicemailFact fact) {
    return fact.id().value();
  }

  @Override
  public Optional<String> rowNamedBy(VoicemailFact fact) {
    return Optional.empty();
  }

  @Override
  public VoicemailFact toStore(VoicemailFact fact, Optional<String> row) {
    return fact;
  }

  @Override
  public VoicemailEvidence none() {
    return VoicemailEvidence.NONE;
  }

  @Override
  public ItemWriter write(VoicemailFact fact) {
    return VoicemailFactItems.write(fact);
  }

  @Override
  public VoicemailFact read(String record, ItemReader item) {
    return VoicemailFactItems.read(record, item);
  }

  @Override
  public ItemWriter columns(String id, VoicemailEvidence evidence) {
    ItemWriter item = new ItemWriter();
    if (!evidence.isDescribed()) {
      return item;
    }
    Voicemail voicemail = evidence.view();
    Party from = voicemail.from();
    return item.text(VoicemailColumns.MONTH, TimeKeys.month(voicemail.receivedAt()))
        .text(VoicemailColumns.RECEIVED, TimeKeys.of(voicemail.receivedAt(), id))
        .text(VoicemailColumns.BUSINESS_NUMBER, voicemail.businessNumber().map(PhoneNumber::e164))
        .text(VoicemailColumns.EXTENSION, voicemail.extension().map(Extension::digits))
        .text(VoicemailColumns.CLIENT, from.phone().map(PhoneNumber::e164))
        .text(VoicemailColumns.STATUS, voicemail.status())
        .text(VoicemailColumns.SOURCES, sources(voicemail));
  }

  @Override
  public Map<String, ItemWriter> companions(String id, VoicemailEvidence evidence) {
    return Map.of();
  }

  @Override
  public Optional<Instant> expires(VoicemailEvidence evidence) {
    return evidence.isDescribed()
        ? retention.get().expires(evidence.view().receivedAt())
        : Optional.empty();
  }

  @Override
  public Optional<PairEntry> entry(VoicemailEvidence evidence) {
    return PairEntries.of(evidence).stream().findFirst();
  }

  @Override
  public Collection<PairKey> near(PairEntry entry) {
    return entry.key().around(entry.start(), entry.end(), PairLinks.VOICEMAIL_REACH);
  }

  @Override
  public Map<String, Link> resolve(Collection<PairEntry> entries) {
    return PairLinks.ofVoicemails(entries);
  }

  @Override
  public boolean joinsItsPartner(PairEntry.Kind family) {
    return family == PairEntry.Kind.VOICEMAIL;
  }

  private static String sources(Voicemail voicemail) {
    return voicemail.sources().stream()
        .map(VoicemailSource::wireName)
        .collect(Collectors.joining(","));
  }
}
