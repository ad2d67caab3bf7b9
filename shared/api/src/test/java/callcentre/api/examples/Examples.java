package callcentre.api.examples;

import callcentre.api.testing.ApiHarness;
import callcentre.aws.Variable;

/** Switches the example controllers on. */
public final class Examples {

  private Examples() {}

  /** The bean that switches them on. */
  public static Examples on() {
    return new Examples();
  }

  /** A function with the example controllers, which reaches no service. */
  public static ApiHarness start() {
    return ApiHarness.alone()
        .with(Variable.ALLOWED_ORIGINS, "https://dashboard.example,http://localhost:*")
        .bean(Examples.class, on())
        .start();
  }
}
