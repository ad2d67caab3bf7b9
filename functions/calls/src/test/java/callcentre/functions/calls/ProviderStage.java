package callcentre.functions.calls;

import callcentre.api.testing.ApiHarness;
import callcentre.cloud.Cloud;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.simulator.Simulator;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.Marks;
import callcentre.simulator.history.PhoneCall;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A stage whose provider is the simulator, and which knows a call that is there too. */
final class ProviderStage implements AutoCloseable {

  static final String COMMENT = "/v4/api/journal/requests/{requestId}/comment";
  static final String WORKFLOW = "/v4/api/journal/requests/wfstate";
  static final String MAKE_CALL = "/v4/api/calls/makecall";

  private static final String AT = "2026-11-20T16:20:03.070Z";

  final Simulator simulator;
  final CallsStage stage;
  private final Cloud cloud;

  private ProviderStage(Cloud cloud, Simulator simulator, ApiHarness.Builder builder) {
    this.cloud = cloud;
    this.simulator = simulator;
    this.stage = CallsStage.of(builder);
  }

  static ProviderStage in(Cloud cloud) {
    return in(cloud, builder -> builder);
  }

  static ProviderStage in(Cloud cloud, UnaryOperator<ApiHarness.Builder> configuration) {
    Simulator simulator = Simulator.start();
    return new ProviderStage(
        cloud,
        simulator,
        configuration.apply(
            ApiHarness.in(cloud)
                .signing()
                .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl())));
  }

  /** A call that the provider has and a sync has read from both families. */
  PhoneCall syncedCall() {
    PhoneCall call = atProvider();
    ListedCall listed = listed(call);
    stage.store(listed, journal(call, Optional.of(listed.id()), listed));
    return call;
  }

  /** A call at the provider alone. */
  PhoneCall atProvider() {
    return simulator.add(
        CallDraft.at(Instant.parse(AT))
            .from(Facts.CLIENT.e164(), "Jordan Blake")
            .answeredBy("101"));
  }

  static ListedCall listed(PhoneCall call) {
    ListedCall usual = Facts.incoming(1, AT, Facts.MAIN, Optional.of("101"));
    return new ListedCall(new CallId(call.guid()), usual.details(), Facts.OBSERVED);
  }

  static JournalCall journal(PhoneCall call, Optional<CallId> guid, ListedCall listed) {
    JournalCall usual = Facts.journal(1, guid, listed.details());
    return new JournalCall(
        new CallId(call.requestId()), guid, listed.details(), usual.notes(), Facts.OBSERVED);
  }

  /** What is noted of a call at the provider. */
  Marks marks(PhoneCall call) {
    return simulator.history().marks(call);
  }

  /** Stores a person's own key, as the route {@code mightycall-key} does. */
  void storeKey(String userId, String extension) {
    cloud.createSecret(
        stage.api.stage() + "/mightycall/user-keys/" + userId,
        "{\"user_key\":\"" + simulator.secretOf(extension) + "\"}");
    cloud.createSecret(stage.api.stage() + "/mightycall/user-tokens/" + userId, "{}");
  }

  @Override
  public void close() {
    stage.close();
    simulator.close();
  }
}
