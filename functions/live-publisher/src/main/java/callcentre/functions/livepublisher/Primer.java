package callcentre.functions.livepublisher;

import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.views.CallView;
import callcentre.views.MessageView;
import callcentre.views.PresenceView;
import callcentre.views.VoicemailView;
import callcentre.views.json.ViewJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a snapshot of the process is to have done before: the first batch then finds it warm. */
final class Primer {

  private Primer() {}

  /** A row of nobody. */
  static StreamedItem row(Tables tables) {
    Stream.of(CallView.class, MessageView.class, PresenceView.class, VoicemailView.class)
        .forEach(view -> ViewJson.mapper().writerFor(view));
    Map<String, AttributeValue> item =
        new HashMap<>(Table.PROVIDER_USAGE.key(Table.ACCOUNT, "window"));
    item.put("hour", AttributeValue.fromN("0"));
    item.put("started_at", AttributeValue.fromN("0"));
    return new StreamedItem(
        "arn:aws:dynamodb:::table/" + tables.name(Table.PROVIDER_USAGE) + "/stream/priming",
        Optional.empty(),
        item);
  }
}
