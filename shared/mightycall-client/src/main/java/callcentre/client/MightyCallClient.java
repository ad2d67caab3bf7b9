package callcentre.client;

import callcentre.client.audio.AudioApi;
import callcentre.client.calls.CallsApi;
import callcentre.client.communications.CommunicationsApi;
import callcentre.client.journal.BlocklistApi;
import callcentre.client.journal.JournalApi;
import callcentre.client.messages.MessagesApi;
import callcentre.client.numbers.PhoneNumbersApi;
import callcentre.client.ping.PingApi;
import callcentre.client.profile.ProfileApi;
import callcentre.client.team.TeamApi;
import callcentre.client.voicemails.VoicemailsApi;

/**
 * The provider MightyCall, API v4, with one account's credentials. Every method takes a {@link
 * CallContext} and throws {@link callcentre.client.error.MightyCallException} when there is no
 * result, and {@link callcentre.aws.ConfigurationException} when the stack is not configured.
 */
public final class MightyCallClient {

  private final PhoneNumbersApi phoneNumbers;
  private final TeamApi team;
  private final ProfileApi profile;
  private final PingApi ping;
  private final CallsApi calls;
  private final VoicemailsApi voicemails;
  private final JournalApi journal;
  private final BlocklistApi blocklist;
  private final CommunicationsApi communications;

  private final AudioApi audio;
  private final MessagesApi messages;

  MightyCallClient(ProviderCaller caller, AudioApi audio, MessagesApi messages) {
    this.messages = messages;
    this.audio = audio;
    this.phoneNumbers = new PhoneNumbersApi(caller);
    this.team = new TeamApi(caller);
    this.profile = new ProfileApi(caller);
    this.ping = new PingApi(caller);
    this.calls = new CallsApi(caller);
    this.voicemails = new VoicemailsApi(caller);
    this.journal = new JournalApi(caller);
    this.blocklist = new BlocklistApi(caller);
    this.communications = new CommunicationsApi(caller);
  }

  /** Business numbers. */
  public PhoneNumbersApi phoneNumbers() {
    return phoneNumbers;
  }

  /** Users, groups and voicemail boxes. */
  public TeamApi team() {
    return team;
  }

  /** Users by extension, and the status of the key's own user. */
  public ProfileApi profile() {
    return profile;
  }

  /** A sign of life. */
  public PingApi ping() {
    return ping;
  }

  /** Calls, finished ones and a new one. */
  public CallsApi calls() {
    return calls;
  }

  /** Voicemails. */
  public VoicemailsApi voicemails() {
    return voicemails;
  }

  /** The one history of calls, voicemails and messages. */
  public JournalApi journal() {
    return journal;
  }

  /** Blocked and preferred callers. */
  public BlocklistApi blocklist() {
    return blocklist;
  }

  /** Sending text messages. */
  public MessagesApi messages() {
    return messages;
  }

  /** The bytes of recordings and voicemails. */
  public AudioApi audio() {
    return audio;
  }

  /** The journal of contact-centre accounts. */
  public CommunicationsApi communications() {
    return communications;
  }
}
