package callcentre.storage.gate;

import callcentre.domain.calls.CallFact;
import callcentre.domain.messages.MessageFact;
import callcentre.domain.voicemails.VoicemailFact;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one gate before every store of what a provider said, whether it was pulled or pushed. What a
 * provider answers is not trusted: dates must be possible, sizes bounded. It is also the place
 * where a client's erasure will be looked up, so nothing that is stored goes around it.
 */
public final class HistoryGate {

  private final Bounds bounds;

  /**
   * @param clock tells what the future is
   */
  public HistoryGate(InstantSource clock) {
    this.bounds = new Bounds(clock);
  }

  /** Judges facts of calls; parties dialled beyond the bound of a row are left out of it. */
  public Admission<CallFact> calls(List<? extends CallFact> facts) {
    return judge(
        facts.stream().<CallFact>map(CallBounds::cut).toList(),
        fact -> CallBounds.reason(fact, bounds));
  }

  /** Judges facts of voicemails. */
  public Admission<VoicemailFact> voicemails(List<? extends VoicemailFact> facts) {
    return judge(List.copyOf(facts), fact -> VoicemailBounds.reason(fact, bounds));
  }

  /** Judges facts of text messages. */
  public Admission<MessageFact> messages(List<? extends MessageFact> facts) {
    return judge(List.copyOf(facts), fact -> MessageBounds.reason(fact, bounds));
  }

  private static <F> Admission<F> judge(
      List<F> facts, Function<F, Optional<Refused.Reason>> judgement) {
    List<Admitted<F>> admitted = new ArrayList<>();
    List<Refused<F>> refused = new ArrayList<>();
    for (F fact : facts) {
      Optional<Refused.Reason> reason = judgement.apply(fact);
      if (reason.isPresent()) {
        refused.add(new Refused<>(fact, reason.get()));
      } else {
        admitted.add(new Admitted<>(fact));
      }
    }
    return new Admission<>(admitted, refused);
  }
}
