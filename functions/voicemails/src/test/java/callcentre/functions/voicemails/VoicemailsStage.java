package callcentre.functions.voicemails;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.ApiStage;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.voicemails.VoicemailStore;
import java.util.List;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class VoicemailsStage extends ApiStage {

  static final String PATH = "/api/admin/mightycall/voicemails";

  private VoicemailsStage(ApiHarness.Builder builder) {
    super(
        builder
            .tables(
                "voicemail_logs",
                "call_history",
                "number_assignments",
                "organisations",
                "users",
                "sync_state",
                "sync_jobs",
                "idempotency",
                "leases",
                "provider_usage")
            .with(Variable.AUDIO_BASE_URL, "https://audio.example.com"));
  }

  static VoicemailsStage in(Cloud cloud) {
    return of(ApiHarness.in(cloud).signing());
  }

  static VoicemailsStage of(ApiHarness.Builder builder) {
    return new VoicemailsStage(builder);
  }

  /** Stores facts as a sync does. */
  void store(VoicemailFact... facts) {
    store(List.of(facts));
  }

  void store(List<? extends VoicemailFact> facts) {
    store(api.bean(HistoryGate.class).voicemails(facts), api.bean(VoicemailStore.class)::store);
  }

  /** Stores an agent who answers at an extension since then. */
  Principal agent(String id, String extension, String since) {
    return agent(id, since(extension, since));
  }

  Answer list(String query, Principal caller) {
    return api.get(PATH + query).as(caller).send();
  }

  /** The ids of a page. */
  static List<String> ids(Answer answer) {
    return answer.ids("voicemails");
  }

  /** The ids of all pages, of pages of this size. */
  List<String> walk(String query, int limit, Principal caller) {
    return walk(PATH + query, "voicemails", "/id", limit, caller);
  }
}
