/** The function {@code users}: people with their roles, organisations, extensions and keys. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.users;
