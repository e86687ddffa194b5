package dev.eventprocessor.azure.processor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names given so far: of functions in the whole app, and of methods that are made of them. */
final class FunctionNames {

  private static final int LONGEST = 127;

  private final Map<String, String> taken = new HashMap<>();

  void check(Declaration function, Problems problems) {
    String name = function.name();
    if (!isAllowed(name)) {
      problems.tell(
          name,
          "cannot have this name: Azure allows a letter and then letters, digits, hyphens and"
              + " underscores, "
              + LONGEST
              + " at most. Change the name.",
          function.mirror());
      return;
    }
    @Nullable String other = taken.put(methodName(name).toLowerCase(Locale.ROOT), name);
    if (other != null) {
      problems.tell(
          name,
          "is declared twice"
              + (other.equals(name) ? "" : ", the other time as \"" + other + "\"")
              + ": the names of a function app differ in more than case and hyphens. Rename one.",
          function.mirror());
    }
  }

  /**
   * {@code alarmsQueue} for {@code alarms-queue}; overloads are never made, the worker has none.
   */
  static String methodName(String function) {
    StringBuilder method = new StringBuilder(function.length());
    boolean upper = false;
    for (int i = 0; i < function.length(); i++) {
      char c = function.charAt(i);
      if (c == '-' || c == '_') {
        upper = method.length() > 0;
      } else {
        method.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    method.setCharAt(0, Character.toLowerCase(method.charAt(0)));
    String name = method.toString();
    return javax.lang.model.SourceVersion.isName(name) ? name : name + "Function";
  }

  private static boolean isAllowed(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
