package callcentre.storage.numbers;

import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of {@code phone_numbers}. */
final class PhoneNumberItems implements RowMapper<AccountNumber> {

  @Override
  public Map<String, AttributeValue> key(AccountNumber row) {
    return key(row.number());
  }

  static Map<String, AttributeValue> key(PhoneNumber number) {
    return Table.PHONE_NUMBERS.key(Table.ACCOUNT, number.e164());
  }

  @Override
  public ItemWriter write(AccountNumber row) {
    ListedNumber listed = row.joined().listed();
    return new ItemWriter()
        .text("raw", listed.raw())
        .text("provider_label", listed.label())
        .map("attributes", write(listed.attributes()))
        .maps(
            "also_known_as",
            row.joined().alsoKnownAs().stream()
                .map(form -> new ItemWriter().text("raw", form.raw()).text("label", form.label()))
                .toList())
        .text("label", row.labelOverride())
        .time("created_at", row.createdAt())
        .time("last_synced_at", row.lastSyncedAt())
        .time("removed_at", row.removedAt());
  }

  @Override
  public AccountNumber read(ItemReader item) {
    ListedNumber listed =
        new ListedNumber(
            item.text("raw"),
            item.findText("provider_label"),
            readAttributes(item.map("attributes")));
    JoinedNumber joined =
        new JoinedNumber(
            item.read("number", PhoneNumber::new),
            listed,
            item.maps("also_known_as").stream()
                .map(form -> new RawForm(form.text("raw"), form.findText("label")))
                .toList());
    return new AccountNumber(
        joined,
        item.findText("label"),
        item.time("created_at"),
        item.time("last_synced_at"),
        item.findTime("removed_at"));
  }

  private static ItemWriter write(NumberAttributes attributes) {
    return new ItemWriter()
        .flag("enabled", attributes.enabled())
        .flag("primary", attributes.primary())
        .flag("toll_free", attributes.tollFree())
        .flag("international", attributes.international())
        .text("sms_mode", attributes.smsMode())
        .flag("mms_enabled", attributes.mmsEnabled())
        .flag("messaging_verified", attributes.messagingVerified())
        .text("recording_mode", attributes.recordingMode());
  }

  private static NumberAttributes readAttributes(ItemReader item) {
    return new NumberAttributes(
        item.flag("enabled"),
        item.flag("primary"),
        item.flag("toll_free"),
        item.flag("international"),
        item.text("sms_mode"),
        item.flag("mms_enabled"),
        item.flag("messaging_verified"),
        item.text("recording_mode"));
  }
}
