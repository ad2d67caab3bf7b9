package callcentre.cloud;

import callcentre.aws.Endpoints;

/** What stands behind a {@link Cloud}: addresses, and how to stop it. */
interface Backend extends AutoCloseable {

  Endpoints endpoints();

  @Override
  void close();
}
