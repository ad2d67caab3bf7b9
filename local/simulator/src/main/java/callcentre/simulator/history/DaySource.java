package callcentre.simulator.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A part of the history that is made anew whenever a day of it is asked for, so that months cost no
 * memory. The same day is the same each time.
 */
public interface DaySource {

  /** The first day with conversations. */
  LocalDate firstDay();

  /** The last day with conversations; {@link LocalDate#MAX} for a centre that goes on living. */
  LocalDate lastDay();

  /** The conversations that begin on this UTC day, oldest first. */
  List<Conversation> on(LocalDate day);

  /**
   * The day on which the conversation, call or voicemail of this id begins, if it is one of these.
   */
  Optional<LocalDate> dayOf(String id);
}
