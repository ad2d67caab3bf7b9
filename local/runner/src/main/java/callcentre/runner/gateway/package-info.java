/** A REST API of API Gateway: routes, authorizers, gateway responses, payload 1.0 events. */
@NullMarked
package callcentre.runner.gateway;

import org.jspecify.annotations.NullMarked;
