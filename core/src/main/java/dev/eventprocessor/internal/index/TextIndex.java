package dev.eventprocessor.internal.index;

import dev.eventprocessor.internal.CaseFolded;
import java.util.List;
import java.util.SortedMap;

/**
 * Finds, among many texts, those that another begins or ends with. They are sorted; each knows the
 * longest of them that it begins with itself. The last one that sorts before a text begins with all
 * that the text begins with, so that following these links finds them: the cost is a binary search,
 * and a step for each that is found or would be found in a shorter text.
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

  private final Mode mode;
  private final String[] keys;
  private final Target[] targets;
  private final int[] shorter;
  private final int[] first;

  /** Takes what each {@link Mode#key} leads to. */
  TextIndex(Mode mode, SortedMap<String, Target> byKey) {
    this.mode = mode;
    this.keys = byKey.keySet().toArray(new String[0]);
    this.targets = List.copyOf(byKey.values()).toArray(new Target[0]);
    this.shorter = new int[keys.length];
    this.first = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int before = i - 1;
      while (before >= 0 && !keys[i].startsWith(keys[before])) {
        before = shorter[before];
      }
      shorter[i] = mode == Mode.WHOLE_FOLDED ? -1 : before;
      first[i] = targets[i].first();
      if (shorter[i] >= 0) {
        first[i] = Math.min(first[i], first[before]);
      }
    }
  }

  void search(String text, Search search) {
    int low = 0;
    int high = keys.length;
    int sameAsLow = 0;
    int sameAsHigh = 0;
    while (low < high) { // The keys before low do not sort after the text, those from high on do.
      int middle = (low + high) >>> 1;
      int same = same(keys[middle], text, Math.min(sameAsLow, sameAsHigh));
      if (isAfter(keys[middle], text, same)) {
        high = middle;
        sameAsHigh = same;
      } else {
        low = middle + 1;
        sameAsLow = same;
      }
    }
    visit(low - 1, sameAsLow, text, search);
  }

  /**
   * Goes through a key and the shorter ones that it begins with. The text begins with those that
   * are no longer than what it has in common with the first.
   */
  private void visit(int last, int same, String text, Search search) {
    for (int i = last; i >= 0 && first[i] < search.limit; i = shorter[i]) {
      int length = keys[i].length();
      if (targets[i].first() < search.limit
          && (mode == Mode.WHOLE_FOLDED
              ? length == text.length() && length == same
              : length <= same)) {
        targets[i].search(search);
      }
    }
  }

  /**
   * How many characters a key and a text begin with in common.
   *
   * @param known so many are known to be
   */
  private int same(String key, String text, int known) {
    int length = Math.min(key.length(), text.length());
    int same = known;
    while (same < length && key.charAt(same) == mode.at(text, same)) {
      same++;
    }
    return same;
  }

  /** Whether a key sorts after a text with which it has so many characters in common. */
  private boolean isAfter(String key, String text, int same) {
    return same < key.length() && (same == text.length() || key.charAt(same) > mode.at(text, same));
  }
}
