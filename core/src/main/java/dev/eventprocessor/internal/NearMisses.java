package dev.eventprocessor.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What somebody may have meant who wrote a name that is not there. */
public final class NearMisses {

  private static final int MOST = 3;

  /** Longer names are not compared: the work grows with the square. */
  private static final int LONGEST = 100;

  private NearMisses() {}

  /** The names that are written almost like this one, the most similar first; at most three. */
  public static List<String> of(String name, Collection<String> known) {
    List<String> nearest = new ArrayList<>();
    int allowed = Math.max(1, name.length() / 3);
    for (int distance = 0; distance <= allowed && nearest.size() < MOST; distance++) {
      for (String candidate : known) {
        if (nearest.size() < MOST && distance(name, candidate) == distance) {
          nearest.add(candidate);
        }
      }
    }
    return nearest;
  }

  /** The end of a message: " Did you mean a, b?", or nothing. */
  public static String question(String name, Collection<String> known) {
    List<String> near = of(name, known);
    return near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?";
  }

  /** How many letters have to be put in, taken out or changed; case does not count. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int changed = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
