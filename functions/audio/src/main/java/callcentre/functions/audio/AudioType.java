package callcentre.functions.audio;

import callcentre.api.tickets.AudioItem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A media type of sound. Nothing else is ever passed on: a page of the provider must not run at our
 * address.
 *
 * @param mediaType for example {@code audio/wav}
 */
record AudioType(String mediaType) {

  private static final Pattern AUDIO = Pattern.compile("audio/[a-z0-9][a-z0-9.+-]{0,60}");

  /** Types of stores that do not know what they hold. */
  private static final Pattern UNKNOWN =
      Pattern.compile("(application|binary)/octet-stream|application/force-download");

  private static final Map<String, String> TYPE_BY_ENDING =
      Map.of("wav", "audio/wav", "mp3", "audio/mpeg", "ogg", "audio/ogg", "m4a", "audio/mp4");

  private static final Map<String, String> ENDING_BY_TYPE =
      Map.of(
          "audio/wav", "wav",
          "audio/x-wav", "wav",
          "audio/wave", "wav",
          "audio/vnd.wave", "wav",
          "audio/mpeg", "mp3",
          "audio/mp3", "mp3",
          "audio/ogg", "ogg",
          "audio/mp4", "m4a");

  /**
   * The type of an answer of the recording's host (reference 3.10: "Trust Content-Type").
   *
   * @param told in small letters, without parameters
   * @param link decides by its ending where the host only says that it is data, or nothing
   * @return empty when it is no sound
   */
  static Optional<AudioType> of(Optional<String> told, String link) {
    if (told.isPresent() && !UNKNOWN.matcher(told.get()).matches()) {
      return told.filter(type -> AUDIO.matcher(type).matches()).map(AudioType::new);
    }
    String path = link.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return Optional.ofNullable(TYPE_BY_ENDING.get(ending)).map(AudioType::new);
  }

  /** The name under which a browser would keep it. */
  String fileName(AudioItem item) {
    return item.kind().name().toLowerCase(Locale.ROOT)
        + "-"
        + item.id().replaceAll("[^A-Za-z0-9-]", "")
        + "."
        + ENDING_BY_TYPE.getOrDefault(mediaType, "bin");
  }
}
