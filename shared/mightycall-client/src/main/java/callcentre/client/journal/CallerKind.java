package callcentre.client.journal;

/** How the account treats a client. */
public enum CallerKind {
  DEFAULT,
  VIP,
  BLOCKED
}
