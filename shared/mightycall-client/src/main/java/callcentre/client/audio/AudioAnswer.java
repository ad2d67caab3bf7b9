package callcentre.client.audio;

import java.util.OptionalLong;

/** What a recording's host answers. */
public sealed interface AudioAnswer {

  /** The recording from its first byte on, whatever range was asked for (200). */
  record Whole(AudioStream audio) implements AudioAnswer {}

  /**
   * A part of the recording (206).
   *
   * @param range which part it really is; a host may give less than was asked for
   */
  record Part(AudioStream audio, ContentRange range) implements AudioAnswer {}

  /**
   * The range is not in the recording (416).
   *
   * @param length of the whole recording in bytes, where the host says
   */
  record OutOfRange(OptionalLong length) implements AudioAnswer {}

  /**
   * The link is no good any more (401, 403, 404, 410): the call or voicemail has a fresh one
   * (reference 3.10).
   */
  record Expired(int status) implements AudioAnswer {}
}
