package callcentre.storage.extensions;

import callcentre.domain.extensions.Profile;
import callcentre.domain.people.Extension;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;

/** A provider's profile inside an item of {@code mightycall_extensions}. */
final class Profiles {

  private Profiles() {}

  static ItemWriter write(Profile profile) {
    return new ItemWriter()
        .text("first_name", profile.firstName())
        .text("last_name", profile.lastName())
        .text("email", profile.email())
        .text("extension", profile.extension().map(Extension::digits))
        .text("role", profile.role());
  }

  static Profile read(ItemReader item) {
    return new Profile(
        item.findText("first_name"),
        item.findText("last_name"),
        item.findText("email"),
        item.findText("extension").map(Extension::new),
        item.findText("role"));
  }
}
