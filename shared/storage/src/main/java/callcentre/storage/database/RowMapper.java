package callcentre.storage.database;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a table's rows become items and back. */
public interface RowMapper<T> {

  Map<String, AttributeValue> key(T row);

  /** Every attribute but key, version and schema version. */
  ItemWriter write(T row);

  T read(ItemReader item);
}
