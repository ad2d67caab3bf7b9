/** One request to the provider: host, paths, time limits, budget, log. */
@NullMarked
package callcentre.client.http;

import org.jspecify.annotations.NullMarked;
