package callcentre.domain.people;

import callcentre.domain.ownership.Interval;

/** The stretch of time in which a user answers at an extension. */
public record ExtensionAssignment(Extension extension, Interval interval) {}
