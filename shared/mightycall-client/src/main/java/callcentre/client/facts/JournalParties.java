package callcentre.client.facts;

import callcentre.client.journal.AgentRole;
import callcentre.client.journal.ClientType;
import callcentre.client.journal.JournalAgent;
import callcentre.client.journal.JournalClient;
import callcentre.client.journal.JournalEntry;
import callcentre.client.journal.JournalNumber;
import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.PartyKind;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who called whom, as the journal has it: a client on one side, people of the account on the other.
 *
 * @param legs who was dialled
 * @param startedHere whether a colleague started it
 */
record JournalParties(Party caller, List<Leg> legs, boolean startedHere) {

  JournalParties {
    legs = List.copyOf(legs);
  }

  /** Whom the call was for: the first who is known at all. */
  Optional<Party> called() {
    return legs.stream()
        .map(Leg::party)
        .filter(party -> party.kind() != PartyKind.ANONYMOUS)
        .findFirst();
  }

  /**
   * @param word the provider's; a call-back has the form of an incoming call, for the client asked
   *     for it
   * @param connected whether somebody talked
   */
  static JournalParties of(JournalEntry row, Direction word, boolean connected) {
    return switch (word) {
      case OUTGOING, INTERNAL -> startedByColleague(row, connected);
      case INCOMING, CALLBACK, UNKNOWN ->
          new JournalParties(client(row), colleagueLegs(row, connected), false);
    };
  }

  /** The row's agent, unless it had nothing to do with the call itself. */
  static Optional<Agent> agent(JournalEntry row) {
    return row.agent()
        .filter(agent -> !has(agent, AgentRole.NOT_DIALED))
        .flatMap(JournalParties::colleague);
  }

  /** A person with an extension; groups, queues and boxes are none. */
  static Optional<Agent> colleague(JournalAgent agent) {
    return agent
        .extension()
        .map(String::strip)
        .flatMap(Extension::find)
        .map(extension -> new Agent(extension, agent.name()));
  }

  static Optional<PhoneNumber> business(JournalEntry row) {
    return row.businessNumber().flatMap(JournalNumber::number).flatMap(PhoneNumber::find);
  }

  static Party client(JournalEntry row) {
    return row.client().map(JournalParties::party).orElseGet(JournalParties::nobody);
  }

  private static JournalParties startedByColleague(JournalEntry row, boolean connected) {
    Optional<JournalAgent> agent = row.agent();
    List<Leg> legs = new ArrayList<>();
    legs.add(new Leg(client(row), connected, connected));
    for (JournalAgent other : people(row)) {
      if (!isSame(other, agent) && tookPart(other)) {
        legs.add(new Leg(party(other), connected, false));
      }
    }
    return new JournalParties(
        agent.map(JournalParties::party).orElseGet(JournalParties::nobody), legs, true);
  }

  private static List<Leg> colleagueLegs(JournalEntry row, boolean connected) {
    List<Leg> legs = new ArrayList<>();
    for (JournalAgent agent : people(row)) {
      boolean talked = connected && tookPart(agent);
      boolean first = talked && has(agent, AgentRole.CALL_OWNER);
      legs.add(new Leg(party(agent), talked, first));
    }
    return legs;
  }

  /** The agent first, then the other users, each once. */
  private static List<JournalAgent> people(JournalEntry row) {
    Map<String, JournalAgent> people = new LinkedHashMap<>();
    row.agent().ifPresent(agent -> people.put(key(agent), agent));
    row.users().forEach(user -> people.putIfAbsent(key(user), user));
    return List.copyOf(people.values());
  }

  private static boolean isSame(JournalAgent one, Optional<JournalAgent> other) {
    return other.map(JournalParties::key).filter(key(one)::equals).isPresent();
  }

  private static String key(JournalAgent agent) {
    return agent.extension().or(agent::id).or(agent::name).orElse("");
  }

  /** Whether somebody with this role talks in a call in which somebody talks. */
  private static boolean tookPart(JournalAgent agent) {
    return agent
        .agentRole()
        .flatMap(role -> role.known())
        .map(
            role ->
                switch (role) {
                  case CALL_OWNER, CONSULTANT, TRANSFER_RECEIVER -> true;
                  case NOT_DIALED, VOICE_MAIL_RECEIVER -> false;
                })
        .orElse(false);
  }

  private static boolean has(JournalAgent agent, AgentRole role) {
    return agent.agentRole().filter(word -> word.is(role)).isPresent();
  }

  private static Party party(JournalAgent agent) {
    return colleague(agent)
        .map(known -> Party.extension(known.extension(), known.name()))
        .or(
            () ->
                agent
                    .phone()
                    .or(agent::forwardingNumber)
                    .flatMap(PhoneNumber::find)
                    .map(number -> Party.number(number, agent.name())))
        .orElseGet(() -> Party.anonymous(agent.name()));
  }

  private static Party party(JournalClient client) {
    boolean widget = client.type().filter(type -> type.is(ClientType.WIDGET)).isPresent();
    Optional<String> name = client.widgetName().or(client::address).map(String::strip);
    return widget && name.isPresent()
        ? Party.widget(name.get())
        : client
            .address()
            .map(address -> Party.of(address, Optional.empty()))
            .orElseGet(JournalParties::nobody);
  }

  private static Party nobody() {
    return Party.anonymous(Optional.empty());
  }
}
