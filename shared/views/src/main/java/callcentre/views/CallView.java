package callcentre.views;

import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallSource;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call as lists show it (contract: "GET …/calls"). Two names are camel case because the dashboard
 * had them before.
 *
 * @param from E.164; null where that end is no number, see {@code fromParty}
 * @param contact null as long as no contacts are synced
 * @param startedAt the same as {@code dateTimeUtc}
 * @param durationSeconds how long it was talked
 * @param orgId who owned the business number when the call started, looked up at read
 * @param match how certain the journal record behind comment and workflow state is
 */
public record CallView(
    String id,
    String direction,
    String status,
    Optional<PhoneNumber> from,
    Optional<PhoneNumber> to,
    PartyView fromParty,
    PartyView toParty,
    Optional<PhoneNumber> businessNumber,
    Optional<AgentView> agent,
    Optional<String> contact,
    @JsonProperty("dateTimeUtc") Instant dateTimeUtc,
    Instant startedAt,
    Optional<Instant> connectedAt,
    Optional<Instant> endedAt,
    Optional<Double> durationSeconds,
    Optional<Double> waitSeconds,
    boolean hasRecording,
    Optional<String> comment,
    String workflowState,
    @JsonProperty("orgId") Optional<OrganisationId> orgId,
    List<String> sources,
    boolean complete,
    String match) {

  /** The call, with its owner as the directory knows it. */
  public static CallView of(Call call, NumberDirectory owners) {
    return new CallView(
        call.id().value(),
        call.direction().wireName(),
        call.status().wireName(),
        call.from().phone(),
        call.to().phone(),
        PartyView.of(call.from()),
        PartyView.of(call.to()),
        call.businessNumber(),
        call.agent().map(AgentView::of),
        Optional.empty(),
        call.startedAt(),
        call.startedAt(),
        call.connectedAt(),
        call.endedAt(),
        call.duration().map(CallView::seconds),
        call.waited().map(CallView::seconds),
        call.hasRecording(),
        call.comment(),
        call.workflow().wireName(),
        call.businessNumber().flatMap(number -> owners.ownerAt(number, call.startedAt())),
        call.sources().stream().map(CallSource::wireName).toList(),
        call.complete(),
        call.match().wireName());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
