package callcentre.storage.sms;

import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.util.List;
import java.util.Map;

/** All that one client said to our numbers: table {@code sms_opt_outs}. */
public final class ClientOptOuts {

  private static final String CURRENT = Table.ACCOUNT;
  private static final String EVER = "audit";

  private final Database database;

  public ClientOptOuts(Database database) {
    this.database = database;
  }

  /** The client's newest word to each number that it ever wrote one to: 1 request. */
  public List<OptOut> current(PhoneNumber client) {
    return query(CURRENT, client);
  }

  /** Every word that counted, in order of the number and then of time: 1 request. */
  public List<OptOut> ever(PhoneNumber client) {
    return query(EVER, client);
  }

  /** A client has one item for each number it wrote to, so a megabyte holds them all. */
  private List<OptOut> query(String hash, PhoneNumber client) {
    return database
        .client()
        .query(
            request ->
                request
                    .tableName(database.name(Table.SMS_OPT_OUTS))
                    .keyConditionExpression("#hash = :hash AND begins_with(#range, :client)")
                    .expressionAttributeNames(
                        Map.of("#hash", Table.SMS_OPT_OUTS.hashName(), "#range", "opt_out"))
                    .expressionAttributeValues(
                        new ItemWriter()
                            .text(":hash", hash)
                            .text(":client", client.e164() + "#")
                            .build())
                    .consistentRead(true))
        .items()
        .stream()
        .map(item -> OptOuts.read(new ItemReader(Table.SMS_OPT_OUTS, item)))
        .toList();
  }
}
