/** The made-up account: numbers, users, keys. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.account;
