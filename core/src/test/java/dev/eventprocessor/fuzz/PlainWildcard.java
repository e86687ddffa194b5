package dev.eventprocessor.fuzz;

/**
 * The plainest definition of what a wildcard accepts: every place where a star may end is tried.
 */
final class PlainWildcard {

  private PlainWildcard() {}

  /** Whether the whole text fits a pattern that can be read. */
  static boolean fits(String pattern, String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*') {
        for (int at = 1; at < reached.length; at++) {
          reached[at] |= reached[at - 1];
        }
      } else {
        i += pattern.charAt(i) == '\\' ? 1 : 0;
        for (int at = text.length(); at > 0; at--) {
          reached[at] = reached[at - 1] && text.charAt(at - 1) == pattern.charAt(i);
        }
        reached[0] = false;
      }
    }
    return reached[text.length()];
  }
}
