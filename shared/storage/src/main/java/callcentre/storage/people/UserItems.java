package callcentre.storage.people;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of {@code users}.
 *
 * @param hash {@link Table#ACCOUNT} for those who are there, {@link #FORMER} for those who were
 */
record UserItems(String hash) implements RowMapper<User> {

  /** The hash key of removed users, whose extensions still tell who answered when. */
  static final String FORMER = "former";

  @Override
  public Map<String, AttributeValue> key(User row) {
    return Table.USERS.key(hash, row.id());
  }

  static Map<String, AttributeValue> key(String id) {
    return Table.USERS.key(Table.ACCOUNT, id);
  }

  @Override
  public ItemWriter write(User row) {
    return new ItemWriter()
        .text("role", row.role().wireName())
        .texts(
            "organisations",
            row.organisations().stream().map(OrganisationId::value).sorted().toList())
        .maps("extensions", row.extensions().stream().map(UserItems::write).toList())
        .text("display_name", row.displayName())
        .text("email", row.email())
        .time("created_at", row.createdAt())
        .time("updated_at", row.updatedAt());
  }

  @Override
  public User read(ItemReader item) {
    return new User(
        item.text("user_id"),
        item.read("role", UserItems::readRole),
        item.texts("organisations").stream()
            .map(OrganisationId::new)
            .collect(Collectors.toUnmodifiableSet()),
        item.maps("extensions").stream().map(UserItems::readAssignment).toList(),
        item.text("display_name"),
        item.findText("email"),
        item.time("created_at"),
        item.time("updated_at"));
  }

  private static Role readRole(String name) {
    return Role.ofWireName(name)
        .orElseThrow(() -> new IllegalArgumentException("no role is called " + name));
  }

  private static ItemWriter write(ExtensionAssignment assignment) {
    return new ItemWriter()
        .text("extension", assignment.extension().digits())
        .time("from", assignment.interval().from())
        .time("to", assignment.interval().to());
  }

  private static ExtensionAssignment readAssignment(ItemReader item) {
    return new ExtensionAssignment(
        item.read("extension", Extension::new),
        new Interval(item.time("from"), item.findTime("to")));
  }
}
