package callcentre.cloud;

/**
 * A queue that was made.
 *
 * @param name its name
 * @param url what SQS clients address it by
 * @param arn what redrive policies and event sources address it by
 */
public record Queue(String name, String url, String arn) {}
