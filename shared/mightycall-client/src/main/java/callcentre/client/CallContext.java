package callcentre.client;

import callcentre.domain.budget.RequestClass;

/**
 * On whose behalf the provider is called.
 *
 * @param requestClass decides how far the request budget may be used
 * @param deadline when the caller stops waiting
 */
public record CallContext(RequestClass requestClass, Deadline deadline) {}
