package callcentre.storage.voicemails;

/** The attributes of {@code voicemail_logs} that its indexes have (docs/tables.md). */
final class VoicemailColumns {

  static final String MONTH = "month";
  static final String RECEIVED = "received";
  static final String BUSINESS_NUMBER = "business_number";
  static final String EXTENSION = "extension";
  static final String CLIENT = "client";
  static final String STATUS = "status";
  static final String SOURCES = "sources";

  private VoicemailColumns() {}
}
