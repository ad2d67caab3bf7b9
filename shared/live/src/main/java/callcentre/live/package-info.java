/**
 * What the functions of the live channel share: its messages as JSON, the pages of a snapshot, and
 * how a message reaches a connection.
 */
@org.jspecify.annotations.NullMarked
package callcentre.live;
