/**
 * The rules of a call centre's data, in pure Java: no AWS, no framework, no JSON. Everything here
 * is a value or a function of values, so every rule can be tested without starting anything.
 */
@NullMarked
package callcentre.domain;

import org.jspecify.annotations.NullMarked;
