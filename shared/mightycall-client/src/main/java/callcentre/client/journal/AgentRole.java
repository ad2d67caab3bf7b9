package callcentre.client.journal;

/** What an agent had to do with a row; {@code TRANSFER_RECEIVER} was seen in one client only. */
public enum AgentRole {
  NOT_DIALED,
  CALL_OWNER,
  CONSULTANT,
  VOICE_MAIL_RECEIVER,
  TRANSFER_RECEIVER
}
