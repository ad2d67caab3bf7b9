package callcentre.aws;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The routes that a handler without a framework answers, so that they can be compared with the
 * table of routes and the template like those of controllers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HttpRoutes {

  /** Method and path template, for example {@code POST /api/webhooks/mightycall/{token}}. */
  String[] value();
}
