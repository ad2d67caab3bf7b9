package callcentre.functions.calls;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.domain.calls.CallFact;
import callcentre.storage.calls.CallStore;
import callcentre.storage.gate.HistoryGate;
import java.util.List;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class CallsStage extends ApiStage {

  static final String PATH = "/api/admin/mightycall/calls";

  private CallsStage(ApiHarness.Builder builder) {
    super(
        builder
            .tables(
                "call_history",
                "call_events",
                "number_assignments",
                "phone_numbers",
                "organisations",
                "users",
                "sync_state",
                "sync_jobs",
                "idempotency",
                "leases",
                "provider_usage")
            .with(Variable.AUDIO_BASE_URL, "https://audio.example.com"));
  }

  static CallsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static CallsStage of(ApiHarness.Builder builder) {
    return new CallsStage(builder);
  }

  /** Stores facts as a sync does. */
  void store(CallFact... facts) {
    store(List.of(facts));
  }

  void store(List<? extends CallFact> facts) {
    store(api.bean(HistoryGate.class).calls(facts), api.bean(CallStore.class)::store);
  }

  Answer list(String query, Principal caller) {
    return api.get(PATH + query).as(caller).send();
  }

  /** The ids of a page. */
  static List<String> ids(Answer answer) {
    return answer.ids("calls");
  }

  /** The ids of all pages, of pages of this size. */
  List<String> walk(String query, int limit, Principal caller) {
    return walk(PATH + query, "calls", "/id", limit, caller);
  }
}
