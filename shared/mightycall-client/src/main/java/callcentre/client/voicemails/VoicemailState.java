package callcentre.client.voicemails;

/** Whether somebody listened to a voicemail. */
public enum VoicemailState {
  UN_READ,
  READ
}
