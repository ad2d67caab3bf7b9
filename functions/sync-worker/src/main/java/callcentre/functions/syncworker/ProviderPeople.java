package callcentre.functions.syncworker;

import callcentre.client.CallContext;
import callcentre.client.MightyCallClient;
import callcentre.client.json.ProviderWord;
import callcentre.client.team.TeamUnit;
import callcentre.domain.extensions.Profile;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamGroup;
import callcentre.domain.extensions.TeamUser;
import callcentre.domain.extensions.VoicemailBox;
import callcentre.domain.people.Extension;
import java.util.Optional;

/** The provider's people in the words of the domain. */
final class ProviderPeople {

  private final MightyCallClient client;

  ProviderPeople(MightyCallClient client) {
    this.client = client;
  }

  Team team(CallContext call) {
    callcentre.client.team.Team answer = client.team().get(call);
    return new Team(
        answer.users().stream()
            .map(user -> new TeamUser(user.id(), user.fullName(), user.role(), user.avatarUrl()))
            .toList(),
        answer.groups().stream().map(ProviderPeople::group).toList(),
        answer.vmboxes().stream().map(ProviderPeople::box).toList());
  }

  /** The person whose key is configured. */
  Profile ownProfile(CallContext call) {
    return read(client.profile().own(call));
  }

  /** The person at an extension; empty when the provider says that nobody is there. */
  Optional<Profile> profile(Extension extension, CallContext call) {
    return client.profile().find(extension, call).map(ProviderPeople::read);
  }

  private static Profile read(callcentre.client.profile.Profile profile) {
    return new Profile(
        profile.firstName(),
        profile.lastName(),
        profile.email(),
        profile.extension().flatMap(Extension::find),
        profile.role().map(ProviderWord::written));
  }

  private static TeamGroup group(TeamUnit unit) {
    return new TeamGroup(unit.id(), unit.name());
  }

  private static VoicemailBox box(TeamUnit unit) {
    return new VoicemailBox(unit.id(), unit.name());
  }
}
