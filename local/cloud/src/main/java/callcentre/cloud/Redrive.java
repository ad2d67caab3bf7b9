package callcentre.cloud;

/**
 * Where messages of a queue go that were received too often.
 *
 * @param deadLetterArn the queue they go to
 * @param maxReceiveCount after how many receptions
 */
record Redrive(String deadLetterArn, int maxReceiveCount) {

  String json() {
    return "{\"deadLetterTargetArn\":\""
        + deadLetterArn
        + "\",\"maxReceiveCount\":"
        + maxReceiveCount
        + "}";
  }
}
