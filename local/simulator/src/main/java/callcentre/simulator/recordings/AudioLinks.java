package callcentre.simulator.recordings;

import callcentre.simulator.history.Leg;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.history.Voicemail;
import callcentre.simulator.http.Request;
import callcentre.simulator.settings.AudioRules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links that need no sign-in: a token in the query says which file and when it was listed
 * (MightyCall reference 3.10). Names of people stand in them with their spaces, as documented.
 */
public final class AudioLinks {

  /** The folder under which files are served. */
  public static final String FOLDER = "/Mightycall/Files";

  private static final String TENANT = "DEMOTENANT0001";
  private static final Pattern TOKEN =
      Pattern.compile("([0-9A-F]{32})([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{8})");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss_SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final long seed;
  private final Supplier<AudioRules> rules;
  private final AtomicInteger generation = new AtomicInteger();

  /** Links whose age is told by {@code clock}. */
  public AudioLinks(InstantSource clock, long seed, Supplier<AudioRules> rules) {
    this.clock = clock;
    this.seed = seed;
    this.rules = rules;
  }

  /** What a token opens. */
  public sealed interface Target {

    /** The file of a call, a voicemail or a message, by its GUID. */
    record File(String guid) implements Target {}

    /** The link was good once. */
    record Expired() implements Target {}
  }

  /** The provider's name of a call's recording. */
  public String fileName(PhoneCall call) {
    return "records/" + TENANT + "/" + call.guid() + ".wav";
  }

  /** The provider's name of a voicemail's file. */
  public String fileName(Voicemail voicemail) {
    return "voicemail/" + TENANT + "/" + MILLISECOND.format(voicemail.leftAt()) + "_0001.wav";
  }

  /** A link to a call's recording, as {@code /calls} gives it. */
  public String ofRecording(PhoneCall call, Request request) {
    String file = "callrecord_" + MINUTE.format(call.at()) + "_" + speaker(call) + ".wav";
    return link(request, file, "recordid=" + token(call.guid()) + "&id=" + TENANT);
  }

  /** A link to a voicemail, as {@code /voicemails} gives it. */
  public String ofVoicemail(Voicemail voicemail, Request request) {
    return link(request, "voicemail.wav", "vmrecordid=" + token(voicemail.id()));
  }

  /** A link to a recording or voicemail, as the journal gives it. */
  public String ofJournal(String guid, Request request) {
    return link(request, "journal recording.wav", "link=" + token(guid));
  }

  /** A link to a file of a message. */
  public String ofAttachment(TextMessage message, int index, Request request) {
    String file = message.attachments().get(index).fileName();
    return link(request, file, "attachment=" + index + "&link=" + token(message.guid()));
  }

  /** What a token opens; empty when it was never given out. */
  public Optional<Target> target(String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches() || !matcher.group(4).equals(check(token.substring(0, 44)))) {
      return Optional.empty();
    }
    Instant listed = Instant.ofEpochSecond(Long.parseLong(matcher.group(2), 16));
    int lifetime = rules.get().linkLifetimeSeconds();
    boolean tooOld = lifetime > 0 && clock.instant().isAfter(listed.plusSeconds(lifetime));
    if (tooOld || Integer.parseInt(matcher.group(3), 16) != (generation.get() & 0xFFFF)) {
      return Optional.of(new Target.Expired());
    }
    long high = Long.parseUnsignedLong(token.substring(0, 16), 16);
    long low = Long.parseUnsignedLong(token.substring(16, 32), 16);
    return Optional.of(new Target.File(new UUID(high, low).toString()));
  }

  /** Makes all links given out until now expire. */
  public void expireAll() {
    generation.incrementAndGet();
  }

  /** As at the start. */
  public void reset() {
    generation.set(0);
  }

  private String link(Request request, String file, String query) {
    String origin = request.origin();
    String begin = rules.get().singleSlashLinks() ? origin.replace("://", ":/") : origin;
    return begin + FOLDER + "/" + file + "?" + query;
  }

  private String token(String guid) {
    HexFormat hex = HexFormat.of().withUpperCase();
    String content =
        guid.replace("-", "").toUpperCase(Locale.ROOT)
            + hex.toHexDigits((int) clock.instant().getEpochSecond())
            + hex.toHexDigits((short) generation.get());
    return content + check(content);
  }

  private String check(String content) {
    return HexFormat.of().withUpperCase().toHexDigits(Objects.hash(seed, content));
  }

  private static String speaker(PhoneCall call) {
    for (Leg leg : call.called()) {
      if (leg.extension() != null && leg.connected() && leg.name() != null) {
        return leg.name();
      }
    }
    return call.callerName() == null ? "Unknown caller" : call.callerName();
  }
}
