package callcentre.cloud.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A mapping of the template with all intrinsics resolved, read by name and kind. Every error names
 * the place.
 */
public final class Section {

  private final String path;
  private final Map<String, Object> values;

  Section(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  /** Where this is in the template, e.g. {@code Resources.SyncQueue.Properties}. */
  public String path() {
    return path;
  }

  /** The names it holds, in the order of the template. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Whether it holds a name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Everything it holds: texts, numbers, booleans, lists and maps. */
  public Map<String, Object> values() {
    return values;
  }

  /** A value of any kind, when it is there. */
  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * A text; numbers and booleans are given as text.
   *
   * @throws TemplateException when it is a list or a mapping
   */
  public Optional<String> text(String name) {
    return value(name).map(value -> Shape.text(at(name), value));
  }

  /**
   * A text that must be there.
   *
   * @throws TemplateException when it is absent, a list or a mapping
   */
  public String requireText(String name) {
    return text(name).orElseThrow(() -> new TemplateException(at(name), "is missing"));
  }

  /**
   * A whole number, or the given one when it is absent.
   *
   * @throws TemplateException when it is no whole number
   */
  public int integer(String name, int otherwise) {
    return value(name).map(value -> Shape.integer(at(name), value)).orElse(otherwise);
  }

  /**
   * A switch, or the given position when it is absent.
   *
   * @throws TemplateException when it is neither true nor false
   */
  public boolean flag(String name, boolean otherwise) {
    return value(name).map(value -> Shape.flag(at(name), value)).orElse(otherwise);
  }

  /**
   * A mapping, when it is there.
   *
   * @throws TemplateException when it is something else
   */
  public Optional<Section> section(String name) {
    return value(name).map(value -> new Section(at(name), Shape.map(at(name), value)));
  }

  /**
   * A mapping that must be there.
   *
   * @throws TemplateException when it is absent or something else
   */
  public Section requireSection(String name) {
    return section(name).orElseThrow(() -> new TemplateException(at(name), "is missing"));
  }

  /**
   * The mappings under a mapping, by name: {@code Events} of a function.
   *
   * @return empty when it is absent
   * @throws TemplateException when it or an entry is something else
   */
  public Map<String, Section> sectionsByName(String name) {
    Map<String, Section> found = new LinkedHashMap<>();
    section(name)
        .ifPresent(
            outer -> outer.names().forEach(inner -> found.put(inner, outer.requireSection(inner))));
    return found;
  }

  /**
   * A list of mappings, e.g. {@code KeySchema}.
   *
   * @return empty when it is absent
   * @throws TemplateException when it or an entry is something else
   */
  public List<Section> sections(String name) {
    List<?> entries = entries(name);
    return IntStream.range(0, entries.size())
        .mapToObj(
            index -> {
              String where = at(name) + "[" + index + "]";
              return new Section(where, Shape.map(where, entries.get(index)));
            })
        .toList();
  }

  /**
   * A list of texts; a single text counts as a list of one, as CloudFormation takes it.
   *
   * @return empty when it is absent
   * @throws TemplateException when it or an entry is something else
   */
  public List<String> texts(String name) {
    if (value(name).orElse(List.of()) instanceof String single) {
      return List.of(single);
    }
    return entries(name).stream().map(entry -> Shape.text(at(name), entry)).toList();
  }

  /**
   * A mapping of texts, e.g. {@code Variables} of an environment.
   *
   * @return empty when it is absent
   * @throws TemplateException when it or an entry is something else
   */
  public Map<String, String> textsByName(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    section(name)
        .ifPresent(inner -> inner.names().forEach(key -> found.put(key, inner.requireText(key))));
    return found;
  }

  /**
   * Refuses what the reader of this section would silently ignore.
   *
   * @param known the names that are honoured, or whose absence here makes no difference
   * @throws TemplateException naming every other one
   */
  public void allowOnly(Set<String> known) {
    Set<String> others = new TreeSet<>(values.keySet());
    others.removeAll(known);
    if (!others.isEmpty()) {
      throw new TemplateException(path, "the local system cannot honour " + others);
    }
  }

  private List<?> entries(String name) {
    return value(name).<List<?>>map(value -> Shape.list(at(name), value)).orElse(List.of());
  }

  private String at(String name) {
    return path + "." + name;
  }

  @Override
  public String toString() {
    return path + " " + values;
  }
}
