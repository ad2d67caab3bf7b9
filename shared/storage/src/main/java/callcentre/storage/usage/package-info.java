/** How much of the provider's request budget is used: table {@code provider_usage}. */
@NullMarked
package callcentre.storage.usage;

import org.jspecify.annotations.NullMarked;
