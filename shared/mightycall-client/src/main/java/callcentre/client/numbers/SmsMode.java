package callcentre.client.numbers;

/** Whether a number can text; others exist that nobody has documented (reference 3.3). */
public enum SmsMode {
  ENABLED,
  CAPABLE
}
