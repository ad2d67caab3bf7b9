/**
 * Messages that we send: what was accepted, each message's row and claim, groups, opt-outs, files.
 * Tables {@code sms_logs}, {@code sms_attachments}, {@code sms_opt_outs}.
 */
@NullMarked
package callcentre.storage.sms;

import org.jspecify.annotations.NullMarked;
