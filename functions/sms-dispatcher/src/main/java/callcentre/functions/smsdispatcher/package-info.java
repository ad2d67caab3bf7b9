/** The function sms-dispatcher: outbox, due messages, claims that ran out, settling. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.smsdispatcher;
