package callcentre.domain.live;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import java.util.Optional;

/** What a connection can subscribe to. Each topic counts its deltas by itself. */
public sealed interface Topic {

  /** Everything of the account. */
  Topic ALL = new Everything();

  /** The name in messages and keys, for example {@code org:north}. */
  String wireName();

  /**
   * The topic of a name.
   *
   * @return empty when no topic has that name, whatever exists in the account
   */
  static Optional<Topic> find(String wireName) {
    if (wireName.equals(ALL.wireName())) {
      return Optional.of(ALL);
    }
    if (wireName.startsWith(OfOrganisation.PREFIX)) {
      return organisation(wireName.substring(OfOrganisation.PREFIX.length()));
    }
    if (wireName.startsWith(OfAgent.PREFIX)) {
      return Extension.find(wireName.substring(OfAgent.PREFIX.length())).map(OfAgent::new);
    }
    return Optional.empty();
  }

  private static Optional<Topic> organisation(String id) {
    try {
      return Optional.of(new OfOrganisation(new OrganisationId(id)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** {@code all}. */
  record Everything() implements Topic {
    @Override
    public String wireName() {
      return "all";
    }
  }

  /** {@code org:{id}}: the rows of the numbers that the organisation owned at their start. */
  record OfOrganisation(OrganisationId organisation) implements Topic {

    private static final String PREFIX = "org:";

    @Override
    public String wireName() {
      return PREFIX + organisation.value();
    }
  }

  /** {@code agent:{extension}}: the rows of whoever answers there. */
  record OfAgent(Extension extension) implements Topic {

    private static final String PREFIX = "agent:";

    @Override
    public String wireName() {
      return PREFIX + extension.digits();
    }
  }
}
