package callcentre.storage.extensions;

import callcentre.domain.extensions.Profile;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamGroup;
import callcentre.domain.extensions.TeamUser;
import callcentre.domain.extensions.VoicemailBox;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The provider's team and the profile of the key's owner: table {@code mightycall_extensions}. Only
 * the worker that holds the dataset writes here, so writes have no conditions.
 */
public final class TeamRepository {

  private static final int SCHEMA_VERSION = 1;
  private static final String OWNER = "owner";
  private static final String NAME = "name";

  private final Database database;

  public TeamRepository(Database database) {
    this.database = database;
  }

  /** The team as the last sync found it, each list in order of the id: 3 requests. */
  public Team team() {
    return new Team(
        items(Kind.TEAM_USER).stream().map(TeamRepository::readUser).toList(),
        items(Kind.GROUP).stream()
            .map(item -> new TeamGroup(item.text("id"), item.text(NAME)))
            .toList(),
        items(Kind.VMBOX).stream()
            .map(item -> new VoicemailBox(item.text("id"), item.text(NAME)))
            .toList());
  }

  /**
   * Makes the stored team equal to a complete answer of the provider: 3 requests, and 1 per 25 rows
   * that changed. Whoever is not in the answer is removed.
   *
   * @param next never a part of an answer
   */
  public SavedRows save(Team next) {
    List<WriteRequest> writes = new ArrayList<>();
    SavedRows saved =
        compare(Kind.TEAM_USER, next.users().stream().map(TeamRepository::write).toList(), writes)
            .plus(
                compare(
                    Kind.GROUP,
                    next.groups().stream()
                        .map(group -> unit(Kind.GROUP, group.id(), group.name()))
                        .toList(),
                    writes))
            .plus(
                compare(
                    Kind.VMBOX,
                    next.voicemailBoxes().stream()
                        .map(box -> unit(Kind.VMBOX, box.id(), box.name()))
                        .toList(),
                    writes));
    database.writeAll(Table.MIGHTYCALL_EXTENSIONS, writes);
    return saved;
  }

  /** The profile of the key's owner as the last sync found it: 1 request. */
  public Optional<Profile> ownerProfile() {
    return database.get(Table.MIGHTYCALL_EXTENSIONS, key(Kind.PROFILE, OWNER)).map(Profiles::read);
  }

  /** Keeps the profile of the key's owner: 2 requests, or 1 when it is the same. */
  public Outcome saveOwnerProfile(Profile profile) {
    Optional<Profile> stored = ownerProfile();
    if (stored.filter(profile::equals).isPresent()) {
      return Outcome.UNCHANGED;
    }
    Map<String, AttributeValue> item = item(Kind.PROFILE, OWNER, Profiles.write(profile));
    database
        .client()
        .putItem(
            request -> request.tableName(database.name(Table.MIGHTYCALL_EXTENSIONS)).item(item));
    return stored.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
  }

  private SavedRows compare(
      Kind kind, List<Map<String, AttributeValue>> next, List<WriteRequest> writes) {
    Map<String, Map<String, AttributeValue>> stored = new HashMap<>();
    items(kind).forEach(item -> stored.put(item.text("id"), item.attributes()));
    // A batch must not name an item twice, so of two rows with one id the last one counts.
    Map<String, Map<String, AttributeValue>> wanted = new LinkedHashMap<>();
    next.forEach(
        item -> wanted.put(new ItemReader(Table.MIGHTYCALL_EXTENSIONS, item).text("id"), item));
    int inserted = 0;
    int updated = 0;
    for (Map.Entry<String, Map<String, AttributeValue>> row : wanted.entrySet()) {
      Map<String, AttributeValue> known = stored.remove(row.getKey());
      if (!row.getValue().equals(known)) {
        inserted += known == null ? 1 : 0;
        updated += known == null ? 0 : 1;
        writes.add(WriteRequest.builder().putRequest(put -> put.item(row.getValue())).build());
      }
    }
    int unchanged = wanted.size() - inserted - updated;
    stored
        .keySet()
        .forEach(
            gone ->
                writes.add(
                    WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key(kind, gone)))
                        .build()));
    return new SavedRows(inserted, updated, unchanged, stored.size());
  }

  private List<ItemReader> items(Kind kind) {
    return database.queryAll(Table.MIGHTYCALL_EXTENSIONS, kind.wireName());
  }

  private static TeamUser readUser(ItemReader item) {
    return new TeamUser(
        item.text("id"), item.text(NAME), item.findText("role"), item.findText("avatar_url"));
  }

  private static Map<String, AttributeValue> write(TeamUser user) {
    return item(
        Kind.TEAM_USER,
        user.id(),
        new ItemWriter()
            .text(NAME, user.fullName())
            .text("role", user.role())
            .text("avatar_url", user.avatarUrl()));
  }

  private static Map<String, AttributeValue> unit(Kind kind, String id, String name) {
    return item(kind, id, new ItemWriter().text(NAME, name));
  }

  private static Map<String, AttributeValue> item(Kind kind, String id, ItemWriter content) {
    return content.all(key(kind, id)).number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION).build();
  }

  private static Map<String, AttributeValue> key(Kind kind, String id) {
    return Table.MIGHTYCALL_EXTENSIONS.key(kind.wireName(), id);
  }
}
