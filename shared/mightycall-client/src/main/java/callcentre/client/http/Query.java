package callcentre.client.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of a request. Only what is set is sent: the provider refuses parameters that it
 * does not know (reference 3.5). Everything but letters, digits and {@code -_.} is percent-encoded;
 * a raw {@code +} would arrive as a space (reference 2.7).
 */
public final class Query {

  private final Map<String, String> parameters = new LinkedHashMap<>();

  /** A word that a parameter may hold, spelled as the provider documents it. */
  public interface Word {

    String wireName();
  }

  /** Sets a parameter. */
  public Query set(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** Sets a parameter to a whole number. */
  public Query set(String name, long value) {
    return set(name, Long.toString(value));
  }

  /** Sets a parameter if there is a value for it. */
  public Query set(String name, Optional<String> value) {
    value.ifPresent(given -> set(name, given));
    return this;
  }

  /** Sets a parameter to a comma-separated list, unless the list is empty. */
  public Query setAll(String name, Collection<String> values) {
    return values.isEmpty() ? this : set(name, String.join(",", values));
  }

  /** Sets a parameter to a comma-separated list of words, unless there are none. */
  public Query setWords(String name, Collection<? extends Word> words) {
    return setAll(name, words.stream().map(Word::wireName).toList());
  }

  /** {@code ?a=b&c=d}, or nothing. */
  String encoded() {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
