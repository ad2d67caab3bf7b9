package callcentre.functions.voicemails;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.TestClock;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.VoicemailFact;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.voicemails.VoicemailStore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The function in a stage of its own, with short words for arranging what is stored there. */
final class VoicemailsStage implements AutoCloseable {

  static final String PATH = "/api/admin/mightycall/voicemails";

  final TestClock clock = new TestClock();
  final ApiHarness api;

  private VoicemailsStage(ApiHarness.Builder builder) {
    this.api =
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
            .with(Variable.AUDIO_BASE_URL, "https://audio.example.com")
            .bean(InstantSource.class, clock)
            .start();
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
    Admission<VoicemailFact> admission = api.bean(HistoryGate.class).voicemails(facts);
    if (!admission.refused().isEmpty()) {
      throw new AssertionError("the gate refused " + admission.refused());
    }
    api.bean(VoicemailStore.class)
        .store(admission.admitted())
        .forEach(
            result -> {
              if (result.problem().isPresent()) {
                throw new AssertionError("not stored: " + result);
              }
            });
  }

  void organisations(String... ids) {
    for (String id : ids) {
      api.bean(OrganisationRepository.class)
          .name(new OrganisationId(id), "Name of " + id, clock.instant());
    }
  }

  /** Gives a number an owner from an instant on; empty means by the usual rule. */
  void assign(PhoneNumber number, String organisation, Optional<Instant> from) {
    api.bean(NumberAssignmentRepository.class)
        .assign(
            number,
            Optional.of(new OrganisationId(organisation)),
            from,
            "arranger",
            clock.instant());
  }

  /** Stores an agent who answers at an extension since then. */
  Principal agent(String id, String extension, String since) {
    User user =
        new User(
            id,
            Role.AGENT,
            Set.of(),
            List.of(
                new ExtensionAssignment(
                    new Extension(extension), Interval.since(Instant.parse(since)))),
            id,
            Optional.empty(),
            clock.instant(),
            clock.instant());
    api.bean(UserRepository.class).change(id, stored -> user);
    return Callers.withExtension(Callers.withId(Callers.of(Role.AGENT), id), extension);
  }

  Answer list(String query, Principal caller) {
    return api.get(PATH + query).as(caller).send();
  }

  /** The ids of a page. */
  static List<String> ids(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    List<String> ids = new ArrayList<>();
    answer.json().get("voicemails").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }

  /** The ids of all pages, of pages of this size. */
  List<String> walk(String query, int limit, Principal caller) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          api.get(PATH + query)
              .query("limit", Integer.toString(limit))
              .query("cursor", cursor)
              .as(caller)
              .send();
      ids.addAll(ids(page));
      JsonNode next = page.json().get("next_cursor");
      cursor = next.isNull() ? "" : next.asText();
    } while (!cursor.isEmpty());
    return ids;
  }

  @Override
  public void close() {
    api.close();
  }
}
