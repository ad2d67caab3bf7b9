package callcentre.cloud;

import callcentre.aws.Endpoints;

/** Services that somebody else started and stops. */
record RemoteBackend(Endpoints endpoints) implements Backend {

  @Override
  public void close() {
    // Not started here.
  }
}
