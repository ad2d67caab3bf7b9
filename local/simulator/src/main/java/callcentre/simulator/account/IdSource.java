package callcentre.simulator.account;

import java.time.Instant;

/** Where ids of new things come from. */
public interface IdSource {

  /** The next GUID (version 4), in lower case with dashes. */
  String guid();

  /** The next id of a journal request that begins then: 24 hex digits, the first 8 its second. */
  String requestId(Instant begin);
}
