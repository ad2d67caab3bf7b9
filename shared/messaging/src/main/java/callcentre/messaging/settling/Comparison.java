package callcentre.messaging.settling;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comparing the messages of one page with what was sent has come to. */
final class Comparison {

  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

  private int groups;
  private int settled;
  private int recorded;

  /** Compares one group; that it fails is told and holds up no other. */
  void add(Supplier<JournalSettling.Outcome> group) {
    groups++;
    try {
      JournalSettling.Outcome outcome = group.get();
      settled += outcome.settled();
      recorded += outcome.recorded();
    } catch (RuntimeException failed) {
      LOG.atError()
          .setCause(failed)
          .log("sms: a group was not compared with the journal; the next pull does it again");
    }
  }

  /**
   * @param all whether there was time for every group
   */
  void log(boolean all) {
    if (groups > 0 || !all) {
      LOG.atInfo()
          .addKeyValue("sms_settled", settled)
          .addKeyValue("sms_recorded", recorded)
          .addKeyValue("sms_all_compared", all)
          .log("sms: compared with the journal");
    }
  }
}
