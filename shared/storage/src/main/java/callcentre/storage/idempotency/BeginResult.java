package callcentre.storage.idempotency;

/** What a request with an idempotency key meets. */
public sealed interface BeginResult {

  /** It is the first, or the first one never ended: do it and complete it. */
  record Started() implements BeginResult {}

  /** It was done before; this is what was answered. */
  record Completed(StoredAnswer answer) implements BeginResult {}

  /** The first one is still running. */
  record InProgress() implements BeginResult {}

  /** The key was used for another body. */
  record DifferentBody() implements BeginResult {}
}
