/** The program behind {@code ./tail}: a client of the live channel that prints what it is told. */
@org.jspecify.annotations.NullMarked
package callcentre.runner.tail;
