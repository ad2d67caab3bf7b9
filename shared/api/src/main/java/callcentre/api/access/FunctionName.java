package callcentre.api.access;

import java.util.Locale;

/** The functions that own routes of the REST APIs; the constant is the module's name. */
public enum FunctionName {
  PHONE_NUMBERS,
  EXTENSIONS,
  REPORTS,
  CALLS,
  VOICEMAILS,
  MESSAGES,
  USERS,
  USER_STATUS,
  ORGANISATIONS,
  OPERATIONS,
  SYNC_REQUESTS,
  AUDIO,
  WEBHOOK_RECEIVER;

  /** The name of the module, for example {@code phone-numbers}. */
  public String moduleName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
