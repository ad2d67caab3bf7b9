package callcentre.client.journal;

/** What stands behind an agent. */
public enum AgentType {
  USER,
  MULTIPLE,
  UNNAMED_GROUP,
  QUEUE,
  CALLBACK_QUEUE,
  NAMED_GROUP,
  EXTERNAL_NUMBER,
  VOICE_MAIL_BOX
}
