package callcentre.storage.links;

import callcentre.domain.evidence.Evidence;
import callcentre.domain.links.Link;
import callcentre.domain.links.PairEntry;
import callcentre.domain.links.PairKey;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the store must know of a kind of row: calls, voicemails or messages.
 *
 * @param <F> its facts
 * @param <E> its evidence: the facts of one record, or of several that are one row
 */
public interface RecordKind<F, E extends Evidence<F, E>> {

  /** The table; its hash key {@code id} alone is the key. */
  Table table();

  /** The form of the rows that this release writes, 1 or more. */
  int schemaVersion();

  /** The id of the record that a fact tells of. */
  String recordOf(F fact);

  /** The row that the fact itself names as its record's; empty when it names none. */
  Optional<String> rowNamedBy(F fact);

  /**
   * The fact as it is stored.
   *
   * @param row the row that its record names, now or in an earlier fact: a record that named its
   *     row keeps naming it
   */
  F toStore(F fact, Optional<String> row);

  /** Evidence of nothing: merging it changes nothing. */
  E none();

  ItemWriter write(F fact);

  F read(String record, ItemReader item);

  /**
   * The attributes of a row that indexes and expiry read.
   *
   * @return none when the evidence describes nothing: such a row is in no list
   */
  ItemWriter columns(String id, E evidence);

  /**
   * The small items beside a row through which an index finds it again, whole, by their ids.
   *
   * @return none for most rows
   */
  Map<String, ItemWriter> companions(String id, E evidence);

  /** When the row may be forgotten; empty when it is kept, or when nothing is described. */
  Optional<Instant> expires(E evidence);

  /**
   * How records of another family can find this one while no record names its row.
   *
   * @param evidence of one record
   * @return empty when there is nothing to match it by
   */
  Optional<PairEntry> entry(E evidence);

  /** The pairs whose entries could match this one or change its match, its own included. */
  Collection<PairKey> near(PairEntry entry);

  /** Which records are one: a function of their set alone ({@code domain.links}). */
  Map<String, Link> resolve(Collection<PairEntry> entries);

  /** Whether a record of this family goes into the row of the one that it is matched with. */
  boolean joinsItsPartner(PairEntry.Kind family);
}
