/** Event source mappings of DynamoDB streams, delivered as Lambda delivers them. */
@NullMarked
package callcentre.runner.streams;

import org.jspecify.annotations.NullMarked;
