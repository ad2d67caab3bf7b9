package callcentre.storage.extensions;

import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.ProfileFound;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ExtensionFact.SeenInHistory;
import callcentre.domain.extensions.ExtensionFact.Unassigned;
import callcentre.domain.extensions.Profile;
import callcentre.domain.people.Extension;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rows of {@code mightycall_extensions} that are extensions: their evidence, fact by fact. */
final class ExtensionItems implements RowMapper<AccountExtension> {

  private static final String AT = "at";

  @Override
  public Map<String, AttributeValue> key(AccountExtension row) {
    return key(row.extension());
  }

  static Map<String, AttributeValue> key(Extension extension) {
    return Table.MIGHTYCALL_EXTENSIONS.key(Kind.EXTENSION.wireName(), id(extension));
  }

  /** Its length in front keeps 99 before 100, as people expect it. */
  static String id(Extension extension) {
    return extension.digits().length() + "#" + extension.digits();
  }

  @Override
  public ItemWriter write(AccountExtension row) {
    ExtensionEvidence evidence = row.evidence();
    return new ItemWriter()
        .text("extension", row.extension().digits())
        .map(
            "found",
            evidence
                .profile()
                .map(fact -> Profiles.write(fact.profile()).time(AT, fact.observedAt())))
        .map("missed", evidence.miss().map(fact -> new ItemWriter().time(AT, fact.observedAt())))
        .map("assigned", evidence.assignment().map(ExtensionItems::write))
        .map(
            "unassigned",
            evidence.unassignment().map(fact -> new ItemWriter().time(AT, fact.observedAt())))
        .map(
            "seen",
            evidence
                .seen()
                .map(
                    fact -> new ItemWriter().text("name", fact.name()).time(AT, fact.observedAt())))
        .text("team_user_id", row.teamUserId());
  }

  @Override
  public AccountExtension read(ItemReader item) {
    Extension extension = item.read("extension", Extension::new);
    Optional<ProfileFound> found = item.findMap("found").map(fact -> readFound(extension, fact));
    return new AccountExtension(
        new ExtensionEvidence(
            extension,
            found,
            item.findMap("missed").map(fact -> new ProfileMissed(extension, fact.time(AT))),
            item.findMap("assigned").map(fact -> readAssigned(extension, fact)),
            item.findMap("unassigned").map(fact -> new Unassigned(extension, fact.time(AT))),
            item.findMap("seen")
                .map(fact -> new SeenInHistory(extension, fact.findText("name"), fact.time(AT)))),
        item.findText("team_user_id"));
  }

  private static ProfileFound readFound(Extension extension, ItemReader fact) {
    Profile profile = Profiles.read(fact);
    return new ProfileFound(extension, profile, fact.time(AT));
  }

  private static ItemWriter write(Assigned fact) {
    return new ItemWriter()
        .text("user_id", fact.user())
        .text("display_name", fact.displayName())
        .text("email", fact.email())
        .time(AT, fact.observedAt());
  }

  private static Assigned readAssigned(Extension extension, ItemReader fact) {
    return new Assigned(
        extension,
        fact.text("user_id"),
        fact.text("display_name"),
        fact.findText("email"),
        fact.time(AT));
  }
}
