package callcentre.client.journal;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.Query;
import callcentre.client.json.Json;
import callcentre.client.json.UnreadableAnswerException;
import callcentre.domain.phone.PhoneNumber;

/**
 * Blocked and preferred callers: {@code /journal/blocklist} and {@code /journal/viplist} (reference
 * 3.5). There is no list of blocked numbers; a row's client says whether it is blocked.
 */
public final class BlocklistApi {

  private static final String BLOCKLIST = "/journal/blocklist";
  private static final String VIPLIST = "/journal/viplist";

  private final ProviderCaller caller;

  public BlocklistApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * Blocks a caller.
   *
   * @param evenIfVip whether a preferred caller loses that first
   */
  public void add(PhoneNumber phone, boolean evenIfVip, CallContext context) {
    write(
        BLOCKLIST + "/add",
        new Query().set("phone", phone.e164()).set("forceRemovingVIP", Boolean.toString(evenIfVip)),
        context);
  }

  /** Lets a caller through again. */
  public void remove(PhoneNumber phone, CallContext context) {
    write(BLOCKLIST + "/remove", new Query().set("phone", phone.e164()), context);
  }

  /** How many more callers can be blocked. */
  public long available(CallContext context) {
    return available(BLOCKLIST, context);
  }

  /** How many more callers can be preferred; they are made so in MightyCall's own panel. */
  public long vipAvailable(CallContext context) {
    return available(VIPLIST, context);
  }

  private long available(String list, CallContext context) {
    return caller.call(
        ProviderRequest.get(list + "/availableNumbers"),
        context,
        answer ->
            Json.bareOrData(answer.body(), "countOfAvailableNumbers")
                .number("countOfAvailableNumbers")
                .orElseThrow(
                    () -> new UnreadableAnswerException("no number 'countOfAvailableNumbers'")));
  }

  private void write(String path, Query query, CallContext context) {
    caller.call(ProviderRequest.post(path).with(query), context, answer -> answer.status());
  }
}
