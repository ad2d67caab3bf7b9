package callcentre.domain.events;

/** The three kinds of call that events tell of (MightyCall reference 4.4). */
public enum EventFamily {
  /** A client calls; also every colleague that is rung in the course of any call. */
  INCOMING("IncomingCall"),
  /** A colleague calls. */
  OUTGOING("OutgoingCall"),
  /** The centre calls a client back who asked for it. */
  CALLBACK("CallbackCall");

  private final String prefix;

  EventFamily(String prefix) {
    this.prefix = prefix;
  }

  /** How the names of its events begin; alone it is the name of the event of a new call. */
  String prefix() {
    return prefix;
  }
}
