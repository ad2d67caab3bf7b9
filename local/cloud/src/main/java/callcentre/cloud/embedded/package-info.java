/** The three services inside this process, each on a loopback port. */
@org.jspecify.annotations.NullMarked
package callcentre.cloud.embedded;
