/** One JSON object per log line, with numbers and secrets masked. */
@org.jspecify.annotations.NullMarked
package callcentre.aws.logging;
