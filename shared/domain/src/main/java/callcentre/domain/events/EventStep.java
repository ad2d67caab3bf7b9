package callcentre.domain.events;

/** What an event says happened. The order is that of steps at one time. */
public enum EventStep {
  /** There is a new call. */
  STARTED,
  /** A colleague is rung, or, in a call of ours, dials. */
  RINGING,
  /** A colleague is rung no longer. This never is an answer. */
  STOPPED_RINGING,
  /** Somebody talks. */
  CONNECTED,
  /** One colleague has left the call, which goes on. */
  LEG_ENDED,
  /** The call is over. */
  ENDED
}
