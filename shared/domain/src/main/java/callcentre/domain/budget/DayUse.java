package callcentre.domain.budget;

import java.time.LocalDate;

/**
 * Requests of one UTC day.
 *
 * @param requests 0 or more
 */
public record DayUse(LocalDate day, int requests) {}
