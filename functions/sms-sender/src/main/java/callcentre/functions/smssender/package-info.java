/** The function sms-sender: sends the messages on its queue, each with at most one request. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.smssender;
