package callcentre.domain.messages;

/** The fields of a message of which more than one source may speak. */
enum MessageField {
  READ,
  REMOVED
}
