package callcentre.domain.validation;

/**
 * One thing that is wrong with an input.
 *
 * @param field the field as the caller wrote it, with dots into objects and brackets into lists,
 *     for example {@code business_hours.monday[0].to}
 * @param message what is allowed there
 */
public record FieldError(String field, String message) {}
