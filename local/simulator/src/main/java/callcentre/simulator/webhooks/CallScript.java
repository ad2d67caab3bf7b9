package callcentre.simulator.webhooks;

import callcentre.simulator.history.CallState;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.webhooks.CallEvent.Kind;
import callcentre.simulator.webhooks.CallEvent.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of a call in the order of what happens, as reference 4.5 lists them. */
final class CallScript {

  /** What happens at the same moment is told a moment apart, or the end would hide its leg's. */
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static final Duration DIALLING = Duration.ofSeconds(1);
  private static final Duration RINGING = Duration.ofSeconds(3);

  private final PhoneCall call;
  private final Instant answered;
  private final List<String> unanswering;
  private final List<String> answering;
  private final List<String> consulted;
  private final List<CallEvent> events = new ArrayList<>();

  private CallScript(PhoneCall call) {
    this.call = call;
    answered = call.at().plus(call.rings());
    unanswering = agents(leg -> leg.role() != Leg.Role.CONSULTANT && !leg.connected());
    answering = agents(leg -> leg.role() != Leg.Role.CONSULTANT && leg.connected());
    consulted = agents(leg -> leg.role() == Leg.Role.CONSULTANT);
  }

  /** The events of this call under the classic names. */
  static List<CallEvent> of(PhoneCall call) {
    return new CallScript(call).script();
  }

  /** The same with what only the other variant tells: dialling, and each colleague's own end. */
  static List<CallEvent> of(PhoneCall call, EventNames names) {
    return switch (names) {
      case CLASSIC -> of(call);
      case CONTACT_CENTER -> contactCentre(of(call));
    };
  }

  private List<CallEvent> script() {
    switch (call.origin()) {
      case INBOUND -> answeredByColleagues(Kind.INCOMING);
      case CALLBACK -> answeredByColleagues(Kind.CALLBACK);
      case OUTBOUND -> outgoing();
      case INTERNAL -> amongColleagues();
    }
    return events.stream().sorted(Comparator.comparing(CallEvent::at)).toList();
  }

  private void answeredByColleagues(Kind kind) {
    add(kind, Step.BEGUN, null, call.at());
    if (call.groupId() != null) {
      ringGroup(kind);
    } else {
      ringInTurn(kind);
    }
    if (!answering.isEmpty()) {
      add(kind, Step.CONNECTED, answering.getFirst(), answered);
      consult();
      transfer(kind);
    }
    add(kind, Step.COMPLETED, null, call.endsAt());
  }

  private void ringGroup(Kind kind) {
    List<String> rung = new ArrayList<>(unanswering);
    answering.stream().limit(1).forEach(rung::add);
    rung.forEach(extension -> add(kind, Step.RINGING, extension, ringsFrom()));
    // The reference has as many ends of ringing as beginnings, the answering one's included.
    rung.forEach(extension -> add(kind, Step.STOPPED_RINGING, extension, answered.minus(MOMENT)));
  }

  private void ringInTurn(Kind kind) {
    int turns = unanswering.size() + Math.min(1, answering.size());
    Instant begin = ringsFrom();
    for (int turn = 0; turn < turns; turn++) {
      boolean vain = turn < unanswering.size();
      String extension = vain ? unanswering.get(turn) : answering.getFirst();
      Duration all = Duration.between(begin, answered);
      add(kind, Step.RINGING, extension, begin.plus(all.multipliedBy(turn).dividedBy(turns)));
      if (vain) {
        Instant end = begin.plus(all.multipliedBy(turn + 1L).dividedBy(turns));
        add(kind, Step.STOPPED_RINGING, extension, end.minus(MOMENT));
      }
    }
  }

  private void consult() {
    for (int i = 0; i < consulted.size(); i++) {
      Duration share = call.lasts().dividedBy(2L * consulted.size() + 1);
      Instant rung = answered.plus(share.multipliedBy(2L * i)).plus(share.dividedBy(2));
      add(Kind.INCOMING, Step.RINGING, consulted.get(i), rung);
      add(Kind.INCOMING, Step.CONNECTED, consulted.get(i), rung.plus(share.dividedBy(2)));
      add(Kind.INCOMING, Step.LEG_COMPLETED, consulted.get(i), rung.plus(share));
    }
  }

  private void transfer(Kind kind) {
    Duration share = call.lasts().dividedBy(answering.size());
    for (int i = 1; i < answering.size(); i++) {
      Instant taken = answered.plus(share.multipliedBy(i));
      add(Kind.INCOMING, Step.RINGING, answering.get(i), taken.minus(shorter(RINGING, share)));
      Kind left = i == 1 ? kind : Kind.INCOMING;
      add(left, Step.LEG_COMPLETED, answering.get(i - 1), taken.minus(MOMENT));
      add(Kind.INCOMING, Step.CONNECTED, answering.get(i), taken);
    }
    if (kind == Kind.CALLBACK && answering.size() > 1) {
      add(Kind.INCOMING, Step.LEG_COMPLETED, answering.getLast(), call.endsAt().minus(MOMENT));
    }
  }

  private void outgoing() {
    add(Kind.OUTGOING, Step.BEGUN, caller(), call.at());
    if (call.state() == CallState.CONNECTED) {
      add(Kind.OUTGOING, Step.CONNECTED, caller(), answered);
      consult();
    }
    add(Kind.OUTGOING, Step.COMPLETED, caller(), call.endsAt());
  }

  private void amongColleagues() {
    add(Kind.OUTGOING, Step.BEGUN, caller(), call.at());
    for (String extension : unanswering) {
      add(Kind.INCOMING, Step.RINGING, extension, ringsFrom());
      add(Kind.INCOMING, Step.STOPPED_RINGING, extension, answered.minus(MOMENT));
    }
    for (String extension : answering) {
      add(Kind.INCOMING, Step.RINGING, extension, ringsFrom());
      add(Kind.INCOMING, Step.CONNECTED, extension, answered);
      add(Kind.INCOMING, Step.LEG_COMPLETED, extension, call.endsAt().minus(MOMENT));
    }
    add(Kind.OUTGOING, Step.COMPLETED, null, call.endsAt());
  }

  private static List<CallEvent> contactCentre(List<CallEvent> classic) {
    List<CallEvent> events = new ArrayList<>();
    List<CallEvent> talking = new ArrayList<>();
    for (CallEvent event : classic) {
      if (event.step() == Step.LEG_COMPLETED) {
        talking.removeIf(open -> Objects.equals(open.extension(), event.extension()));
      }
      if (event.step() == Step.COMPLETED) {
        for (CallEvent open : talking) {
          Instant end = event.at().minus(MOMENT);
          events.add(new CallEvent(open.kind(), Step.LEG_COMPLETED, open.extension(), end));
        }
      }
      events.add(event.step() == Step.COMPLETED ? ofWholeCall(event) : event);
      if (event.step() == Step.CONNECTED) {
        talking.add(event);
      }
      if (event.step() == Step.BEGUN && event.kind() == Kind.OUTGOING) {
        Instant dialled = event.at().plus(MOMENT);
        events.add(new CallEvent(Kind.OUTGOING, Step.RINGING, event.extension(), dialled));
      }
    }
    return List.copyOf(events);
  }

  private static CallEvent ofWholeCall(CallEvent event) {
    return new CallEvent(event.kind(), event.step(), null, event.at());
  }

  private void add(Kind kind, Step step, @Nullable String extension, Instant at) {
    // Of a call that nobody let ring, nothing happened before it began.
    Instant then = at.isBefore(call.at()) ? call.at() : at;
    events.add(new CallEvent(kind, step, extension, then));
  }

  private Instant ringsFrom() {
    return call.at().plus(shorter(DIALLING, call.rings().dividedBy(4)));
  }

  private String caller() {
    return Objects.requireNonNull(call.callerExtension(), "a colleague called");
  }

  private List<String> agents(Predicate<Leg> wanted) {
    return call.called().stream()
        .filter(leg -> leg.extension() != null && wanted.test(leg))
        .map(leg -> Objects.requireNonNull(leg.extension()))
        .distinct()
        .toList();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other.dividedBy(2);
  }
}
