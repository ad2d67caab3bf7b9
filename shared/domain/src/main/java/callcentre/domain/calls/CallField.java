package callcentre.domain.calls;

/** The fields of a call of which more than one source may speak. */
enum CallField {
  DIRECTION,
  STATUS,
  PROGRESS,
  CALLER,
  LEGS,
  BUSINESS_NUMBER,
  STARTED,
  CONNECTED,
  DURATION,
  AGENT,
  RECORDING,
  COMMENT,
  WORKFLOW,
  READ
}
