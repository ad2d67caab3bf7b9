/**
 * What a colleague does now and did before: a pure function of events and statuses. Nothing here is
 * made from a listed call, so a finished call never changes presence (lessons: "everyone busy").
 */
@org.jspecify.annotations.NullMarked
package callcentre.domain.presence;
