package callcentre.simulator.families;

import callcentre.simulator.account.Account;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.ProviderErrors;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code DELETE /v4/api/phonenumbers}: a JSON array in, a result for each (reference 3.3). */
final class NumberDeletion {

  private static final String DELETED = "Selected business number was deleted from your account";
  private static final String FAILED = "Business number has not been deleted, please try again";
  private static final String EMPTY_ID = "Phone number id is empty";

  private final Account account;

  NumberDeletion(Account account) {
    this.account = account;
  }

  Answer delete(Call call, TeamUser caller) {
    boolean hasBody = !call.request().body().isEmpty();
    if (hasBody && !call.request().mediaType().matches("(application|text)/json")) {
      return ProviderErrors.unsupportedMediaType(call.request());
    }
    return numbers(call.request().body())
        .map(this::delete)
        .orElseGet(
            () ->
                ProviderErrors.modelState(
                    "The request is invalid.", "phoneNumbers", "An error has occurred."));
  }

  private Answer delete(List<String> numbers) {
    Set<String> remaining = account.deleteNumbers(new HashSet<>(numbers));
    int wanted = numbers.size();
    int deleted = 0;
    ArrayNode results = Json.array();
    for (String number : numbers) {
      // Taken out, so that a number named twice is deleted once and then not found.
      boolean done = remaining.remove(number);
      deleted += done ? 1 : 0;
      String failure = number.isBlank() ? EMPTY_ID : FAILED;
      results
          .addObject()
          .put("id", number)
          .put("status", done ? "del" : "fdel")
          .put("message", done ? DELETED : failure);
    }
    int status = deleted == 0 ? 400 : deleted < wanted ? 202 : 200;
    return Answer.json(status, results);
  }

  private static Optional<List<String>> numbers(String body) {
    try {
      JsonNode tree = Json.read(body);
      if (!tree.isArray()) {
        return Optional.empty();
      }
      List<String> numbers = new ArrayList<>();
      for (JsonNode element : tree) {
        if (!element.isValueNode()) {
          return Optional.empty();
        }
        numbers.add(element.isNull() ? "" : element.asText());
      }
      return Optional.of(numbers);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
