package callcentre.functions.calls.view;

import callcentre.domain.calls.Leg;
import callcentre.views.PartyView;

/**
 * Somebody who was dialled in a call.
 *
 * @param connected whether this party talked
 */
public record LegView(PartyView party, boolean connected) {

  static LegView of(Leg leg) {
    return new LegView(PartyView.of(leg.party()), leg.connected());
  }
}
