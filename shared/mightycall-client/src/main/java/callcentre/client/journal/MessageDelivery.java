package callcentre.client.journal;

/** What became of a message. There is no word for "delivered" (reference 3.5). */
public enum MessageDelivery {
  UNSPECIFIED,
  NOT_SENT,
  SENT
}
