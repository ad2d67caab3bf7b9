package callcentre.simulator.faults;

import java.util.Arrays;
import java.util.Optional;

/** What goes wrong. Unless said otherwise the request has no effect on the account. */
public enum FaultKind {
  /** Answers the given status. */
  STATUS("status"),
  /** Waits, then serves the request as usual. */
  SLOW("slow"),
  /** Closes the connection without an answer. */
  DROP("drop"),
  /** Serves the request, then closes the connection without an answer. */
  DROP_AFTER("drop_after"),
  /** Serves the request, then answers 500 (or the given status). */
  ERROR_AFTER("error_after"),
  /** Serves the request, then answers with half of the body. */
  MALFORMED("malformed"),
  /** Answers with an HTML page, as a proxy in between does (502, or the given status). */
  HTML("html"),
  /** Answers without a body (200, or the given status). */
  EMPTY("empty"),
  /** Answers as if the daily limit were spent (as the settings say, or with the given status). */
  LIMIT_EXCEEDED("limit_exceeded"),
  /** Holds the connection, for 60 seconds if no delay is given, then closes it. */
  TIMEOUT("timeout");

  private final String label;

  FaultKind(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The kind with this label, or empty when there is none. */
  public static Optional<FaultKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
