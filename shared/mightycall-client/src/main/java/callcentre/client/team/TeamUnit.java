package callcentre.client.team;

import callcentre.client.json.Fields;

/**
 * A group or a voicemail box.
 *
 * @param id a GUID, treated as opaque
 */
public record TeamUnit(String id, String name) {

  static TeamUnit read(Fields fields) {
    return new TeamUnit(fields.requireText("id"), fields.text("name").orElse(""));
  }
}
