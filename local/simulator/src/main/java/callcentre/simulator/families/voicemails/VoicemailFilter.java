package callcentre.simulator.families.voicemails;

import callcentre.simulator.families.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code voicemailFilter} (MightyCall reference 3.2): two choose by what was read,
 * the others choose the field that {@code customFilter} searches.
 */
enum VoicemailFilter {
  NONE("None", null),
  READ("Read", null),
  UN_READ("UnRead", null),
  READ_AND_UN_READ("ReadAndUnRead", null),
  CALLER_NAME("CallerName", boxed -> boxed.call().client().shownName()),
  CALLER_ADDRESS("CallerAddress", boxed -> boxed.call().client().address()),
  CALLED_NAME("CalledName", BoxedVoicemail::assignedTo),
  CALLED_ADDRESS("CalledAddress", BoxedVoicemail::to),
  START_TIME("StartTime", boxed -> Times.offset(boxed.voicemail().leftAt()).substring(11)),
  START_DATE("StartDate", boxed -> Times.offset(boxed.voicemail().leftAt()).substring(0, 10)),
  DURATION("Duration", boxed -> String.valueOf(boxed.voicemail().length().toSeconds())),
  TEXT_FIELDS(
      "TextFields",
      boxed ->
          String.join(
              "\n",
              boxed.call().client().shownName(),
              boxed.call().client().address(),
              boxed.assignedTo(),
              boxed.to()));

  private final String word;
  private final @Nullable Function<BoxedVoicemail, String> field;

  VoicemailFilter(String word, @Nullable Function<BoxedVoicemail, String> field) {
    this.word = word;
    this.field = field;
  }

  /** The filter of this name, in any case. */
  static Optional<VoicemailFilter> ofWord(String word) {
    return Arrays.stream(values()).filter(filter -> filter.word.equalsIgnoreCase(word)).findFirst();
  }

  /** Whether a voicemail fits these filters together with the text that is searched. */
  static boolean fit(BoxedVoicemail boxed, List<VoicemailFilter> filters, String search) {
    boolean both = filters.contains(READ) == filters.contains(UN_READ);
    boolean wanted =
        both
            || filters.contains(READ_AND_UN_READ)
            || filters.contains(boxed.read() ? READ : UN_READ);
    return wanted && (search.isBlank() || found(boxed, filters, search.toLowerCase(Locale.ROOT)));
  }

  private static boolean found(
      BoxedVoicemail boxed, List<VoicemailFilter> filters, String lowerCase) {
    List<VoicemailFilter> fields = filters.stream().filter(filter -> filter.field != null).toList();
    return (fields.isEmpty() ? List.of(TEXT_FIELDS) : fields)
        .stream().anyMatch(filter -> filter.contains(boxed, lowerCase));
  }

  private boolean contains(BoxedVoicemail boxed, String lowerCase) {
    return field != null && field.apply(boxed).toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
