package dev.eventprocessor.http;

import dev.eventprocessor.event.HttpText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path with parameters: each segment is text or the name of a parameter, the last one possibly of
 * the rest. Immutable.
 *
 * @param names of each segment: the parameter's name, or null where it is text
 * @param expression matches the paths that fit
 * @param parameters how many there are, the rest counting {@value #REST}
 */
record HttpTemplate(List<@Nullable String> names, String expression, int parameters) {

  private static final int REST = 1000;
  private static final String DOTS = "...";

  /**
   * Reads a template.
   *
   * @throws dev.eventprocessor.ConfigurationException {@code route-malformed}
   */
  static HttpTemplate of(String text) {
    if (!text.startsWith("/")) {
      throw Faults.malformed(text, "it does not begin with a slash", "Begin it with one.");
    }
    List<@Nullable String> names = new ArrayList<>();
    StringBuilder expression = new StringBuilder();
    int parameters = 0;
    int from = 1;
    while (from >= 0) {
      int slash = text.indexOf('/', from);
      String segment = text.substring(from, slash < 0 ? text.length() : slash);
      expression.append('/');
      @Nullable String name = name(text, segment, slash < 0);
      if (name == null) {
        literal(segment, expression);
      } else {
        boolean rest = segment.endsWith(DOTS + "}");
        expression.append(rest ? "[\\s\\S]*" : "[^/]+");
        parameters += rest ? REST : 1;
        if (names.contains(name)) {
          throw Faults.malformed(
              text, "it has the parameter " + name + " twice", "Give each a name of its own.");
        }
      }
      names.add(name);
      from = slash < 0 ? -1 : slash + 1;
    }
    return new HttpTemplate(names, expression.toString(), parameters);
  }

  private static @Nullable String name(String text, String segment, boolean last) {
    if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
      return null;
    }
    boolean rest = segment.endsWith(DOTS + "}");
    int end = segment.length() - (rest ? DOTS.length() : 0) - 1;
    if (!segment.startsWith("{") || !segment.endsWith("}") || !isName(segment, end)) {
      throw Faults.malformed(
          text,
          "a brace is not around a whole segment that is a name",
          "Write parameters as /{name}/, of letters, digits and underscores.");
    }
    if (rest && !last) {
      throw Faults.malformed(
          text, "the rest of the path is not its last segment", "Put it at the end.");
    }
    return segment.substring(1, end);
  }

  private static boolean isName(String segment, int end) {
    for (int i = 1; i < end; i++) {
      char c = segment.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!plain && (i == 1 || c < '0' || c > '9')) {
        return false;
      }
    }
    return end > 1;
  }

  private static void literal(String segment, StringBuilder expression) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if ("\\.[]{}()*+?^$|".indexOf(c) >= 0) {
        expression.append('\\');
      }
      expression.append(c);
    }
  }

  /**
   * The parameters of a path that fits.
   *
   * @param path decoded, but for slashes
   * @param raw as it was sent, from which values are decoded exactly; anything else where unknown
   */
  Map<String, String> values(String path, @Nullable Object raw) {
    boolean exact = raw instanceof String sent && slashes(sent) == slashes(path);
    String from = exact ? String.valueOf(raw) : path;
    Map<String, String> values = new LinkedHashMap<>();
    int at = 1;
    for (int i = 0; i < names.size() && at <= from.length(); i++) {
      boolean rest = i == names.size() - 1;
      int slash = rest ? -1 : from.indexOf('/', at);
      String segment = from.substring(at, slash < 0 ? from.length() : slash);
      @Nullable String name = names.get(i);
      if (name != null) {
        values.put(name, exact ? HttpText.decodePath(segment) : segment);
      }
      at = slash < 0 ? from.length() + 1 : slash + 1;
    }
    return values;
  }

  private static int slashes(String path) {
    int slashes = 0;
    for (int i = 0; i < path.length(); i++) {
      slashes += path.charAt(i) == '/' ? 1 : 0;
    }
    return slashes;
  }
}
