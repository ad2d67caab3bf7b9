package callcentre.client.journal;

/** Whether there is a recording, and if not, why. */
public enum RecordingStatus {
  UNKNOWN,
  RECORDED,
  NO_PARTY_CONNECTED,
  NOT_CONFIGURED,
  NOT_AVAILABLE,
  LOST_DURING_FAILOVER
}
