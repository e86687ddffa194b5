package dev.eventprocessor.internal;

import java.util.List;

/** Lists in which the order does not count, and each element stands once. */
public final class Unordered {

  private Unordered() {}

  /** Adds what is not there yet. */
  public static <T> void addOnce(List<T> to, List<? extends T> elements) {
    for (int i = 0; i < elements.size(); i++) { // A loop by index loads no iterator.
      if (!to.contains(elements.get(i))) {
        to.add(elements.get(i));
      }
    }
  }

  /** Whether two have the same elements. */
  public static boolean same(List<?> a, List<?> b) {
    return a.size() == b.size() && a.containsAll(b);
  }

  /** The same for the same elements in any order; each is mixed, or sums would often be equal. */
  public static int hash(List<?> elements) {
    int hash = 0;
    for (Object element : elements) {
      int mixed = element.hashCode() * 0x9E3779B9;
      hash += mixed ^ (mixed >>> 15);
    }
    return hash;
  }

  /** Their texts with a word between them. */
  public static String join(List<?> elements, String word) {
    StringBuilder text = new StringBuilder();
    for (Object element : elements) {
      text.append(text.length() == 0 ? "" : word).append(element);
    }
    return text.toString();
  }
}
