/** Reading requests: parameters, preconditions, idempotency keys. */
@org.jspecify.annotations.NullMarked
package callcentre.api.request;
