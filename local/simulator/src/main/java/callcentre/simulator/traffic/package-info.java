/** What came in: the log of requests and the daily counter. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.traffic;
