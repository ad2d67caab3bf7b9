package callcentre.api.router;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a controller take values of the domain as path variables. One that is malformed is 400 with
 * the variable's name.
 */
@Factory
final class DomainConverters {

  @Singleton
  TypeConverter<String, PhoneNumber> phoneNumbers() {
    return (text, type, context) -> convert(text, PhoneNumber::parse, context);
  }

  @Singleton
  TypeConverter<String, OrganisationId> organisations() {
    return (text, type, context) -> convert(text, OrganisationId::new, context);
  }

  @Singleton
  TypeConverter<String, Extension> extensions() {
    return (text, type, context) -> convert(text, Extension::new, context);
  }

  private static <T> Optional<T> convert(
      String text, Function<String, T> parse, ConversionContext context) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException malformed) {
      context.reject(text, malformed);
      return Optional.empty();
    }
  }
}
