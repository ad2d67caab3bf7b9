package callcentre.client.communications;

/** Events of the provider's internal bus; the last word is misspelt there as well. */
public enum InteractionEvent {
  UNKNOWN,
  INITIAL,
  DIALING,
  CONNECTED,
  HOLD,
  UNHOLD,
  COMPLETED,
  SMS_MMS,
  VOICEMAIL_TRANSCRIBED,
  CRM_RESOLVED,
  CLIENT_READ,
  TRANSFER,
  VOICE_MAIL,
  TOO_MANY_SMS_MMS_REQUESTS,
  QUEQUED
}
