package callcentre.storage.calls;

/** The attributes of {@code call_history} that its indexes have (docs/tables.md). */
final class CallColumns {

  static final String MONTH = "month";
  static final String STARTED = "started";
  static final String BUSINESS_NUMBER = "business_number";
  static final String EXTENSION = "extension";
  static final String CLIENT = "client";
  static final String DIRECTION = "direction";
  static final String OUTCOME = "outcome";
  static final String SOURCES = "sources";

  private CallColumns() {}
}
