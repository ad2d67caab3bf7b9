package callcentre.functions.smsdispatcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run of the dispatcher did. */
final class Run {

  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private int batches;
  private int enqueued;
  private int abandoned;
  private int settled;
  private int unsettled;
  private int failed;

  void spread() {
    batches++;
  }

  void enqueued() {
    enqueued++;
  }

  void abandoned() {
    abandoned++;
  }

  void settled(int messages) {
    settled += messages;
  }

  void unsettled() {
    unsettled++;
  }

  /** One thing that could not be done; the others are. */
  void failed(String what, String id, RuntimeException why) {
    failed++;
    LOG.atError()
        .addKeyValue("sms_step", what)
        .addKeyValue("sms_id", id)
        .setCause(why)
        .log("sms: a step of the dispatcher failed, the next run does it again");
  }

  int failures() {
    return failed;
  }

  void log() {
    LOG.atInfo()
        .addKeyValue("sms_batches", batches)
        .addKeyValue("sms_enqueued", enqueued)
        .addKeyValue("sms_abandoned", abandoned)
        .addKeyValue("sms_settled", settled)
        .addKeyValue("sms_unsettled", unsettled)
        .addKeyValue("sms_failed_steps", failed)
        .log("sms: dispatched");
  }

  /** For whoever invokes the function by hand. */
  String sentence() {
    return "%d batches spread, %d messages queued, %d claims given up, %d messages settled, %d"
            .formatted(batches, enqueued, abandoned, settled, unsettled)
        + " still unknown, "
        + failed
        + " steps failed";
  }
}
