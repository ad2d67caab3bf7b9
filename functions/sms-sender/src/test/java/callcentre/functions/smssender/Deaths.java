package callcentre.functions.smssender;

import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Lets the process die at a point of its work: what runs stops at once, what is stored stays. */
final class Deaths implements ExecutionInterceptor {

  /** Where a sender can die. */
  enum Point {
    BEFORE_THE_CLAIM("TransactWriteItems", 1, false),
    AFTER_THE_CLAIM("TransactWriteItems", 1, true),
    BEFORE_THE_CALL("UpdateItem", 1, true),
    BEFORE_THE_END("TransactWriteItems", 2, false),
    AFTER_THE_END("TransactWriteItems", 2, true);

    private final String operation;
    private final int which;
    private final boolean done;

    Point(String operation, int which, boolean done) {
      this.operation = operation;
      this.which = which;
      this.done = done;
    }
  }

  /** The end of a process. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death(Point point) {
      super("died " + point);
    }
  }

  private final Consumer<Point> end;
  private Optional<Point> next = Optional.empty();
  private int seen;

  /** In this process a death is a {@link Death}. */
  Deaths() {
    this(
        point -> {
          throw new Death(point);
        });
  }

  /**
   * @param end what happens at the point
   */
  Deaths(Consumer<Point> end) {
    this.end = end;
  }

  /** The process dies when it comes there, once. */
  void at(Point point) {
    next = Optional.of(point);
    seen = 0;
  }

  /** Nobody dies any more. */
  void none() {
    next = Optional.empty();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (next.filter(point -> point.operation.equals(operation(attributes))).isPresent()) {
      seen++;
      strike(false);
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    if (next.filter(point -> point.operation.equals(operation(attributes))).isPresent()) {
      strike(true);
    }
  }

  private void strike(boolean done) {
    Point point = next.orElseThrow();
    if (point.which == seen && point.done == done) {
      next = Optional.empty();
      end.accept(point);
    }
  }

  private static String operation(ExecutionAttributes attributes) {
    return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }
}
