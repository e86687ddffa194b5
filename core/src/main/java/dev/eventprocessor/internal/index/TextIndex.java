package dev.eventprocessor.internal.index;

import dev.eventprocessor.internal.CaseFolded;
import java.util.List;
import java.util.SortedMap;

/**
 * Finds, among many texts, those that another begins or ends with. They are sorted; each knows the
 * longest of them that it begins with itself. The last one that sorts before a text begins with all
 * that the text begins with, so that following these links finds them: the cost is a binary search,
 * mostly of numbers, and a step for each that is found or would be found in a shorter text. A
 * search for the first match tries the best of those that are found first.
 */
final class TextIndex {

  /** What is compared. */
  enum Mode {
    /** The beginning. */
    PREFIX,
    /** The end. */
    SUFFIX,
    /** All of it, in whatever case; what is found has to be asked again. */
    WHOLE_FOLDED,
    /** The beginning, in whatever case; what is found has to be asked again. */
    PREFIX_FOLDED,
    /** The end, in whatever case; what is found has to be asked again. */
    SUFFIX_FOLDED;

    /** A text as it is compared: from its end, or in one case. */
    String key(String text) {
      StringBuilder key = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        key.append(at(text, i));
      }
      return key.toString();
    }

    private char at(String text, int index) {
      boolean fromEnd = this == SUFFIX || this == SUFFIX_FOLDED;
      char c = text.charAt(fromEnd ? text.length() - 1 - index : index);
      return this == PREFIX || this == SUFFIX ? c : CaseFolded.fold(c);
    }
  }

  /** So many characters after {@link #common} are compared at once. */
  private static final int HEAD = 4;

  private final Mode mode;
  private final String[] keys;
  private final Target[] targets;

  /** So many characters all keys begin with in common. */
  private final int common;

  /** The first characters of each key after those, in the same order as the keys. */
  private final long[] heads;

  /** The longest other key that a key begins with; -1 for none. */
  private final int[] shorter;

  /** Of a key and all those that it begins with, the one that leads to the first place. */
  private final int[] best;

  /** Takes what each {@link Mode#key} leads to. */
  TextIndex(Mode mode, SortedMap<String, Target> byKey) {
    this.mode = mode;
    this.keys = byKey.keySet().toArray(new String[0]);
    this.targets = List.copyOf(byKey.values()).toArray(new Target[0]);
    String last = keys[keys.length - 1];
    this.common = same(keys[0], last, Mode.PREFIX, 0);
    this.heads = new long[keys.length];
    this.shorter = new int[keys.length];
    this.best = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      heads[i] = head(keys[i], Mode.PREFIX);
      int before = i - 1;
      while (before >= 0 && !keys[i].startsWith(keys[before])) {
        before = shorter[before];
      }
      shorter[i] = mode == Mode.WHOLE_FOLDED ? -1 : before;
      boolean comesFirst = shorter[i] < 0 || targets[i].first() < first(shorter[i]);
      best[i] = comesFirst ? i : best[shorter[i]];
    }
  }

  /** The first place that can be found by a key and all those that it begins with. */
  private int first(int key) {
    return targets[best[key]].first();
  }

  /** Characters after those that all have in common, as a number that sorts as they do. */
  private long head(String text, Mode as) {
    long head = 0;
    for (int i = common; i < common + HEAD; i++) {
      head = head << Character.SIZE | (i < text.length() ? as.at(text, i) : 0);
    }
    return head ^ Long.MIN_VALUE;
  }

  void search(String text, Search search) {
    if (same(keys[0], text, mode, 0) < common) {
      return;
    }
    long head = head(text, mode);
    int low = 0;
    int high = keys.length;
    int sameAsLow = common;
    int sameAsHigh = common;
    while (low < high) { // The keys before low do not sort after the text, those from high on do.
      int middle = (low + high) >>> 1;
      boolean after = heads[middle] > head;
      int same = common;
      if (heads[middle] == head) {
        same = same(keys[middle], text, mode, Math.min(sameAsLow, sameAsHigh));
        after = isAfter(keys[middle], text, same);
      }
      if (after) {
        high = middle;
        sameAsHigh = same;
      } else {
        low = middle + 1;
        sameAsLow = same;
      }
    }
    if (low > 0) {
      visit(low - 1, same(keys[low - 1], text, mode, sameAsLow), text, search);
    }
  }

  /**
   * Goes from a key through the shorter ones that it begins with. The text begins with those that
   * are no longer than what it has in common with the first. The best of them is tried first: then
   * the search for a first match ends, however many there are.
   */
  private void visit(int last, int same, String text, Search search) {
    int key = last;
    while (key >= 0 && !fits(keys[key].length(), same, text)) {
      key = shorter[key];
    }
    if (key < 0 || first(key) >= search.limit) {
      return;
    }
    int tried = best[key];
    targets[tried].enter(search);
    for (; key >= 0 && first(key) < search.limit; key = shorter[key]) {
      if (key != tried) {
        targets[key].enter(search);
      }
    }
  }

  private boolean fits(int length, int same, String text) {
    return length <= same && (mode != Mode.WHOLE_FOLDED || length == text.length());
  }

  /**
   * How many characters a key and a text begin with in common.
   *
   * @param as how the text is compared
   * @param known so many are known to be
   */
  private static int same(String key, String text, Mode as, int known) {
    int length = Math.min(key.length(), text.length());
    int same = known;
    while (same < length && key.charAt(same) == as.at(text, same)) {
      same++;
    }
    return same;
  }

  /** Whether a key sorts after a text with which it has so many characters in common. */
  private boolean isAfter(String key, String text, int same) {
    return same < key.length() && (same == text.length() || key.charAt(same) > mode.at(text, same));
  }
}
