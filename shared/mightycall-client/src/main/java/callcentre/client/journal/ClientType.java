package callcentre.client.journal;

/** What the address of a client is. */
public enum ClientType {
  PHONE_NUMBER,
  WIDGET
}
