package callcentre.api.router;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.http.Gate;
import callcentre.api.request.IdempotentRequest;
import callcentre.api.request.IfMatch;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.RequestedRange;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a controller may take as an argument by its type alone. */
final class Binders {

  private Binders() {}

  private static Optional<Caller> caller(APIGatewayProxyRequestEvent event) {
    return Gate.caller(event, Gate.route(event));
  }

  @Singleton
  static final class OfCaller extends EventBinder<Caller> {
    OfCaller() {
      super(Caller.class, Binders::caller);
    }
  }

  @Singleton
  static final class OfPrincipal extends EventBinder<Principal> {
    OfPrincipal() {
      super(Principal.class, event -> caller(event).map(Caller::principal));
    }
  }

  @Singleton
  static final class OfQueryParameters extends EventBinder<QueryParameters> {
    OfQueryParameters() {
      super(QueryParameters.class, event -> Optional.of(QueryParameters.of(event)));
    }
  }

  @Singleton
  static final class OfIfMatch extends EventBinder<IfMatch> {
    OfIfMatch() {
      super(IfMatch.class, event -> Optional.of(IfMatch.of(event)));
    }
  }

  @Singleton
  static final class OfRequestedRange extends EventBinder<RequestedRange> {
    OfRequestedRange() {
      super(RequestedRange.class, event -> Optional.of(RequestedRange.of(event)));
    }
  }

  @Singleton
  static final class OfIdempotentRequest extends EventBinder<IdempotentRequest> {
    OfIdempotentRequest() {
      super(
          IdempotentRequest.class,
          event -> caller(event).map(caller -> IdempotentRequest.of(event, caller)));
    }
  }
}
