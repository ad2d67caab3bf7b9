package callcentre.simulator.history;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a conversation.
 *
 * @param kind what {@code address} is
 * @param address number in E.164, name of a widget, {@code Anonymous}, or extension of a colleague
 * @param name the name that the provider knows, or null
 */
public record Client(Kind kind, String address, @Nullable String name) {

  /** How the provider writes a caller who hides the number. */
  public static final String ANONYMOUS = "Anonymous";

  /** What the other side is. */
  public enum Kind {
    NUMBER,
    ANONYMOUS,
    WIDGET,
    COLLEAGUE
  }

  /** A client with a number. */
  public static Client ofNumber(String number, @Nullable String name) {
    return new Client(Kind.NUMBER, number, name);
  }

  /** A client who hides the number. */
  public static Client anonymous() {
    return new Client(Kind.ANONYMOUS, ANONYMOUS, null);
  }

  /** A visitor who calls from a widget of the web site. */
  public static Client widget(String widgetName) {
    return new Client(Kind.WIDGET, widgetName, widgetName);
  }

  /** A colleague. */
  public static Client colleague(String extension, @Nullable String name) {
    return new Client(Kind.COLLEAGUE, extension, name);
  }

  /** The name, or the address where no name is known, as the provider shows it. */
  public String shownName() {
    return name == null ? address : name;
  }
}
