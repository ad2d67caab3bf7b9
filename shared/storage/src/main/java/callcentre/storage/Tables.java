package callcentre.storage;

import java.util.regex.Pattern;

/**
 * The names of a stage's tables: {@code {stage}-phone_numbers} and so on.
 *
 * @param stage 1 to 32 letters, digits or {@code -}
 */
public record Tables(String stage) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,32}");

  public Tables {
    if (!FORM.matcher(stage).matches()) {
      throw new IllegalArgumentException("a stage has 1 to 32 letters, digits or '-'");
    }
  }

  public String name(Table table) {
    return stage + "-" + table.baseName();
  }
}
