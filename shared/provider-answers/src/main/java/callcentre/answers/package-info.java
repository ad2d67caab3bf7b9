/**
 * What HTTP handlers share that ask MightyCall while somebody waits: its client, what its failures
 * answer, and what is left of its requests. Apart from {@code callcentre.api}, because most
 * handlers never ask it and their packages need not hold its client.
 */
@org.jspecify.annotations.NullMarked
package callcentre.answers;
