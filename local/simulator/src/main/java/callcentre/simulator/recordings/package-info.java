/** Recordings and voicemails: their links, and the sound behind them. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.recordings;
