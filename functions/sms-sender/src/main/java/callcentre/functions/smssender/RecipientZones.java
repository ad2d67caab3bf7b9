package callcentre.functions.smssender;

import callcentre.domain.phone.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which time zones a number may be in, as libphonenumber's tables have it: one for most local
 * numbers, several where an area reaches over a border of zones, all of North America for a
 * toll-free one. Where a person with a mobile really is, no table knows.
 */
final class RecipientZones {

  /** None when the number tells nothing. */
  Set<ZoneId> of(PhoneNumber number) {
    Set<ZoneId> zones = new HashSet<>();
    for (String name : names(number)) {
      if (!name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone())
          && ZoneId.getAvailableZoneIds().contains(name)) {
        zones.add(ZoneId.of(name));
      }
    }
    return Set.copyOf(zones);
  }

  private static Iterable<String> names(PhoneNumber number) {
    try {
      return PhoneNumberToTimeZonesMapper.getInstance()
          .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(number.e164(), null));
    } catch (NumberParseException noNumberOfAnyPlan) {
      // E.164 in form, but of no country: it tells no zone.
      return Set.of();
    }
  }
}
