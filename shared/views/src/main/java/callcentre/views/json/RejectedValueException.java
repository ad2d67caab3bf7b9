package callcentre.views.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.jspecify.annotations.Nullable;

/** A value of a request's body that our own rules refuse, with a message made for the client. */
public final class RejectedValueException extends JsonMappingException {

  private static final long serialVersionUID = 1L;

  RejectedValueException(@Nullable JsonParser json, String message) {
    super(json, message);
  }
}
