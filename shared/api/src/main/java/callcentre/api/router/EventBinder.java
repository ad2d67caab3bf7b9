package callcentre.api.router;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import java.util.Optional;
import java.util.function.Function;

/** Makes an argument of a controller out of the gateway's event. */
abstract class EventBinder<T> implements TypedRequestArgumentBinder<T> {

  private final Argument<T> type;
  private final Function<APIGatewayProxyRequestEvent, Optional<T>> read;

  EventBinder(Class<T> type, Function<APIGatewayProxyRequestEvent, Optional<T>> read) {
    this.type = Argument.of(type);
    this.read = read;
  }

  @Override
  public Argument<T> argumentType() {
    return type;
  }

  @Override
  public BindingResult<T> bind(ArgumentConversionContext<T> context, HttpRequest<?> request) {
    Optional<T> value = read.apply(Events.of(request));
    return () -> value;
  }
}
