package callcentre.api.testing;

import callcentre.api.access.Principal;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.links.StoreResult;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A function in a stage of its own, with short words for arranging who owns what and who works
 * where. A function's tests extend it by what they arrange themselves.
 */
public abstract class ApiStage implements AutoCloseable {

  public final TestClock clock = new TestClock();
  public final ApiHarness api;

  protected ApiStage(ApiHarness.Builder builder) {
    this.api = builder.clock(clock).start();
  }

  /** Founds organisations. */
  public final void organisations(String... ids) {
    for (String id : ids) {
      api.bean(OrganisationRepository.class)
          .name(new OrganisationId(id), "Name of " + id, clock.instant());
    }
  }

  /** Gives a number an owner by the usual rule; the empty text means nobody. */
  public final void assign(PhoneNumber number, String organisation) {
    assign(number, organisation, Optional.empty());
  }

  /** Gives a number an owner from an instant on; empty means by the usual rule. */
  public final void assign(PhoneNumber number, String organisation, Optional<Instant> from) {
    api.bean(NumberAssignmentRepository.class)
        .assign(
            number,
            Optional.of(organisation).filter(id -> !id.isEmpty()).map(OrganisationId::new),
            from,
            "arranger",
            clock.instant());
  }

  /** Stores a user; its name is its id. */
  public final User user(
      String id,
      Role role,
      Set<OrganisationId> organisations,
      List<ExtensionAssignment> extensions) {
    User user =
        new User(
            id,
            role,
            organisations,
            extensions,
            id,
            Optional.empty(),
            clock.instant(),
            clock.instant());
    api.bean(UserRepository.class).change(id, stored -> user);
    return user;
  }

  /** Stores an agent who answers, or answered, at extensions. */
  public final Principal agent(String id, ExtensionAssignment... extensions) {
    User user = user(id, Role.AGENT, Set.of(), List.of(extensions));
    Principal principal = Callers.withId(Callers.of(Role.AGENT), id);
    return user.currentExtension()
        .map(extension -> Callers.withExtension(principal, extension.digits()))
        .orElse(principal);
  }

  public static ExtensionAssignment since(String extension, String from) {
    return new ExtensionAssignment(new Extension(extension), Interval.since(Instant.parse(from)));
  }

  public static ExtensionAssignment between(String extension, String from, String to) {
    return new ExtensionAssignment(
        new Extension(extension),
        new Interval(Instant.parse(from), Optional.of(Instant.parse(to))));
  }

  /** Stores what the gate lets in, which must be all. */
  protected final <F> void store(
      Admission<F> admission, Function<List<Admitted<F>>, List<StoreResult<F>>> store) {
    if (!admission.refused().isEmpty()) {
      throw new AssertionError("the gate refused " + admission.refused());
    }
    for (StoreResult<F> result : store.apply(admission.admitted())) {
      if (result.problem().isPresent()) {
        throw new AssertionError("not stored: " + result);
      }
    }
  }

  /** Reads as somebody. */
  public final Answer get(String pathAndQuery, Principal caller) {
    return api.get(pathAndQuery).as(caller).send();
  }

  /**
   * The texts of a member of all rows of all pages.
   *
   * @param list the name of the list in the answer
   * @param member a JSON pointer into a row
   * @param limit the pages' size
   */
  public final List<String> walk(
      String path, String list, String member, int limit, Principal caller) {
    List<String> values = new ArrayList<>();
    String cursor = "";
    do {
      Answer page =
          api.get(path)
              .query("limit", Integer.toString(limit))
              .query("cursor", cursor)
              .as(caller)
              .send();
      values.addAll(page.texts(list, member));
      JsonNode next = page.json().get("next_cursor");
      cursor = next.isNull() ? "" : next.asText();
    } while (!cursor.isEmpty());
    return values;
  }

  @Override
  public final void close() {
    api.close();
  }
}
