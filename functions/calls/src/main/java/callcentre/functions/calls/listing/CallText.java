package callcentre.functions.calls.listing;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.phone.PhoneNumber;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text that is looked for in calls: in names, numbers, extensions and comments, whatever its
 * case. One that looks like a telephone number is looked for by its digits alone, so that it does
 * not matter how it is written.
 *
 * @param wanted in lower case
 * @param digits empty for a text that is no part of a number
 */
record CallText(String wanted, String digits) {

  static CallText of(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return new CallText(
        wanted, wanted.matches("[0-9+(). -]+") ? wanted.replaceAll("[^0-9]", "") : "");
  }

  boolean isIn(Call call) {
    return texts(call).anyMatch(this::isIn);
  }

  private boolean isIn(String text) {
    return text.toLowerCase(Locale.ROOT).contains(wanted)
        || (!digits.isEmpty() && text.replaceAll("[^0-9]", "").contains(digits));
  }

  private static Stream<String> texts(Call call) {
    return Stream.of(
            of(call.from()),
            of(call.to()),
            call.legs().stream().map(Leg::party).flatMap(CallText::of),
            call.businessNumber().stream().map(PhoneNumber::e164),
            call.agent().flatMap(Agent::name).stream(),
            call.comment().stream())
        .flatMap(texts -> texts);
  }

  private static Stream<String> of(Party party) {
    return Stream.concat(Stream.of(party.value()), party.name().stream());
  }
}
