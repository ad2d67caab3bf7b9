package callcentre.functions.livepublisher;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.live.Topic;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.people.Extension;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.voicemails.Voicemail;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The topics of rows, by the rule of the lists (contract: "Who may call what"): whose number it was
 * at the row's start, and whose extensions took part.
 */
record Audience(NumberDirectory owners) {

  Set<Topic> of(Call call) {
    return of(call.businessNumber(), call.talkers(), call.startedAt());
  }

  Set<Topic> of(Voicemail voicemail) {
    return of(
        voicemail.businessNumber(),
        voicemail.extension().stream().toList(),
        voicemail.receivedAt());
  }

  Set<Topic> of(LoggedMessage message) {
    return of(
        message.businessNumber(),
        message.agent().map(Agent::extension).stream().toList(),
        message.at());
  }

  /** A colleague is shown to the own organisations and to whoever answers there: the colleague. */
  static Set<Topic> of(User colleague) {
    Set<Topic> topics = new LinkedHashSet<>();
    topics.add(Topic.ALL);
    colleague.organisations().forEach(id -> topics.add(new Topic.OfOrganisation(id)));
    colleague.currentExtension().ifPresent(own -> topics.add(new Topic.OfAgent(own)));
    return topics;
  }

  private Set<Topic> of(
      Optional<PhoneNumber> number, Collection<Extension> extensions, Instant startedAt) {
    Set<Topic> topics = new LinkedHashSet<>();
    topics.add(Topic.ALL);
    number
        .flatMap(business -> owners.ownerAt(business, startedAt))
        .ifPresent(owner -> topics.add(new Topic.OfOrganisation(owner)));
    extensions.forEach(extension -> topics.add(new Topic.OfAgent(extension)));
    return topics;
  }
}
