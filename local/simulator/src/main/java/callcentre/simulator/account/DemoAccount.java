package callcentre.simulator.account;

import callcentre.simulator.settings.HostKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The made-up call centre that a simulator starts with. It holds what makes joining hard on
 * purpose: one number stored twice in two spellings, a user without an extension, and two users of
 * the same name.
 */
public final class DemoAccount {

  private static final String FIRST_VOICEMAIL_BOX = "00000000-0000-0000-0000-000000000001";

  private DemoAccount() {}

  /** The demo account on a host of this kind; ids and keys come from {@code identifiers}. */
  public static AccountData create(HostKind hostKind, Identifiers identifiers) {
    String apiKey = identifiers.guid();
    List<TeamUser> users =
        List.of(
            user(identifiers, "Maria", "Lopez", "101", UserRole.ADMIN),
            user(identifiers, "Sam", "Reed", "102", UserRole.USER),
            user(identifiers, "Priya", "Nair", "103", UserRole.USER),
            user(identifiers, "Owen", "Hale", "104", UserRole.USER),
            user(identifiers, "Lena", "Fischer", "105", UserRole.USER),
            user(identifiers, "Sam", "Reed", "106", UserRole.USER),
            user(identifiers, "Dana", "Cole", null, UserRole.USER));
    return new AccountData(
        hostKind,
        apiKey,
        numbers(),
        users,
        List.of(unit("Front desk", identifiers.guid()), unit("Support", identifiers.guid())),
        List.of(
            unit("General Voicemail Box", FIRST_VOICEMAIL_BOX),
            unit("After hours", identifiers.guid())));
  }

  private static List<PhoneNumber> numbers() {
    return List.of(
        PhoneNumber.of("+13123194556", "GenX").asPrimary(),
        PhoneNumber.of("+17323286846", "VictorySync 2"),
        PhoneNumber.of("+18482161220", "VictorySync 1"),
        PhoneNumber.of("8482161220", "Test").withoutTexting());
  }

  private static TeamUser user(
      Identifiers identifiers, String first, String last, @Nullable String ext, UserRole role) {
    String local = first + "." + last + (ext == null ? "" : "." + ext);
    return new TeamUser(
        identifiers.guid(),
        first,
        last,
        local.toLowerCase(Locale.ROOT) + "@harbordental.example",
        ext,
        role,
        UserStatus.AVAILABLE,
        identifiers.guid());
  }

  private static NamedUnit unit(String name, String id) {
    return new NamedUnit(name, id);
  }
}
