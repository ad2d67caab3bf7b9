/**
 * DynamoDB, SQS and Secrets Manager without an account: for the local system and for tests. {@link
 * callcentre.cloud.Cloud} is the entry.
 */
@org.jspecify.annotations.NullMarked
package callcentre.cloud;
