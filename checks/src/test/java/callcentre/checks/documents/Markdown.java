package callcentre.checks.documents;

import callcentre.checks.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown file: its headings and links, outside of code. */
record Markdown(Path file, String prose) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*(```|~~~).*?^\\s*\\1\\s*$");
  private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#* *$");
  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(<?([^)\\s>]+)>?[^)]*\\)");

  static Markdown read(Path file) {
    return new Markdown(file, FENCED.matcher(Repository.text(file)).replaceAll(""));
  }

  /** The headings as written. */
  List<String> headings() {
    return all(HEADING, prose);
  }

  /** What a link can point to inside this file, as GitHub makes it from the headings. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    for (String heading : headings()) {
      String anchor =
          heading
              .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      String unique = anchor;
      for (int copy = 1; !anchors.add(unique); copy++) {
        unique = anchor + "-" + copy;
      }
    }
    return anchors;
  }

  /** The targets of all links. */
  List<String> links() {
    return all(LINK, INLINE_CODE.matcher(prose).replaceAll("code"));
  }

  /** The text under a heading, up to the next one. */
  String under(String heading) {
    Matcher found =
        Pattern.compile("(?ms)^#{1,6} +" + Pattern.quote(heading) + " *$(.*?)(?=^#{1,6} |\\z)")
            .matcher(prose);
    return found.find() ? found.group(1) : "";
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
