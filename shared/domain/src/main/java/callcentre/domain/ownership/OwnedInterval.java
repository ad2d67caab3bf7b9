package callcentre.domain.ownership;

/** A stretch of time in which one organisation owned a number. */
public record OwnedInterval(OrganisationId organisation, Interval interval) {}
