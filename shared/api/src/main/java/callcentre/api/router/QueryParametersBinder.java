package callcentre.api.router;

import callcentre.api.request.QueryParameters;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets a controller take {@link QueryParameters} as an argument. */
@Singleton
final class QueryParametersBinder implements TypedRequestArgumentBinder<QueryParameters> {

  @Override
  public Argument<QueryParameters> argumentType() {
    return Argument.of(QueryParameters.class);
  }

  @Override
  public BindingResult<QueryParameters> bind(
      ArgumentConversionContext<QueryParameters> context, HttpRequest<?> request) {
    return () -> Optional.of(QueryParameters.of(Events.of(request)));
  }
}
