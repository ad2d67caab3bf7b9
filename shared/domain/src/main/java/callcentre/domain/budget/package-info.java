/**
 * The provider's request budget: 2,500 requests in 24 hours (reference 2.6), shared by people and
 * background work so that background work stops first. Pure; storage keeps it, the client spends
 * it.
 */
@NullMarked
package callcentre.domain.budget;

import org.jspecify.annotations.NullMarked;
