/** The live channel's door: opening, subscribing, resuming, closing. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.liveconnections;
