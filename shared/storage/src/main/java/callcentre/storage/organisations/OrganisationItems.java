package callcentre.storage.organisations;

import callcentre.domain.organisations.Organisation;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of {@code organisations}. */
final class OrganisationItems implements RowMapper<Organisation> {

  @Override
  public Map<String, AttributeValue> key(Organisation row) {
    return key(row.id());
  }

  static Map<String, AttributeValue> key(OrganisationId id) {
    return Table.ORGANISATIONS.key(Table.ACCOUNT, id.value());
  }

  @Override
  public ItemWriter write(Organisation row) {
    return new ItemWriter()
        .text("name", row.name())
        .map("settings", SettingsItems.write(row.settings()))
        .time("created_at", row.createdAt())
        .time("updated_at", row.updatedAt());
  }

  @Override
  public Organisation read(ItemReader item) {
    return new Organisation(
        item.read("organisation_id", OrganisationId::new),
        item.text("name"),
        SettingsItems.read(item.map("settings")),
        item.time("created_at"),
        item.time("updated_at"));
  }
}
