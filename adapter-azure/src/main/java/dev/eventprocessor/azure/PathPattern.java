package dev.eventprocessor.azure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A blob trigger's path, {@code invoices/{customer}/{name}.pdf}, held against a blob's ("Azure Blob
 * storage trigger for Azure Functions", blob name patterns). As on the host an earlier parameter
 * takes as much as it can; reading from the end does that in one pass, without trying twice.
 */
final class PathPattern {

  private PathPattern() {}

  /** What stands for each parameter; null where there is none, or the path is another. */
  static @Nullable Map<String, String> match(String pattern, @Nullable String path) {
    if (path == null || pattern.indexOf('{') < 0) {
      return null;
    }
    List<String> names = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    if (!parse(pattern, literals, names)) {
      return null;
    }
    List<String> values = new ArrayList<>(names.size());
    int end = path.length() - literals.get(names.size()).length();
    boolean fits =
        end >= literals.get(0).length()
            && path.startsWith(literals.get(0))
            && path.endsWith(literals.get(names.size()));
    for (int i = names.size() - 1; fits && i >= 0; i--) {
      String before = literals.get(i);
      int start = i == 0 ? 0 : path.lastIndexOf(before, end - before.length());
      fits = start >= literals.get(0).length() || i == 0;
      if (fits) {
        values.add(path.substring(start + before.length(), end));
        end = start;
      }
    }
    return fits ? named(names, values) : null;
  }

  private static Map<String, String> named(List<String> names, List<String> values) {
    Collections.reverse(values);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(names.get(i), values.get(i));
    }
    return parameters;
  }

  /** One literal more than names; doubled braces are braces. False where a brace is left open. */
  private static boolean parse(String pattern, List<String> literals, List<String> names) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean doubled = (c == '{' || c == '}') && pattern.startsWith(String.valueOf(c), i + 1);
      if (c == '{' && !doubled) {
        int close = pattern.indexOf('}', i);
        if (close < 0) {
          return false;
        }
        literals.add(literal.toString());
        literal.setLength(0);
        names.add(pattern.substring(i + 1, close));
        i = close;
      } else {
        literal.append(c);
        i += doubled ? 1 : 0;
      }
    }
    literals.add(literal.toString());
    return true;
  }
}
