/** Shapes of answers that several routes share. */
@org.jspecify.annotations.NullMarked
package callcentre.api.answer;
