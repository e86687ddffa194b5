package dev.eventprocessor.internal.index;

import dev.eventprocessor.Event;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One search for filters that an event satisfies: the first one, or all. */
final class Search {

  private static final int[] NOTHING = {};

  final Event event;
  final Map<String, ?> values;

  /** Filters from this place on are of no interest. */
  int limit = Integer.MAX_VALUE;

  private final boolean all;
  private int[] found = NOTHING;
  private int count;
  private boolean ordered = true;

  /** Whether several values, or several places in one, may lead to the same target. */
  private boolean repeats;

  /** The target that was entered first since then; -1 before. Mostly it is the only one. */
  private int entered = -1;

  private @Nullable NumberSet others;

  private Search(Event event, Map<String, ?> values, boolean all) {
    this.event = event;
    this.values = values;
    this.all = all;
  }

  static Search forFirst(Event event, Map<String, ?> values) {
    return new Search(event, values, false);
  }

  static Search forAll(Event event, Map<String, ?> values) {
    return new Search(event, values, true);
  }

  /** From here on a target may be come to more than once. */
  void expectRepeats() {
    repeats = true;
  }

  /** Whether a target is come to for the first time, as far as repeats were expected. */
  boolean isNew(int target) {
    return !(repeats && isKnown(target));
  }

  private boolean isKnown(int number) {
    if (entered < 0) {
      entered = number;
      return false;
    }
    if (number == entered) {
      return true;
    }
    if (others == null) {
      others = new NumberSet();
    }
    return !others.add(number);
  }

  /** The filter at this place is satisfied. */
  void found(int place) {
    if (!all) {
      limit = Math.min(limit, place);
      return;
    }
    if (count == found.length) {
      found = count == 0 ? new int[1] : Arrays.copyOf(found, Math.max(8, 2 * count));
    }
    ordered &= count == 0 || found[count - 1] < place;
    found[count++] = place;
  }

  /** The first place found; -1 for none. */
  int first() {
    return limit == Integer.MAX_VALUE ? -1 : limit;
  }

  /** All places found, each once, in order. */
  int[] all() {
    if (ordered) {
      return count == found.length ? found : Arrays.copyOf(found, count);
    }
    Arrays.sort(found, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[distinct++] = found[i];
      }
    }
    return Arrays.copyOf(found, distinct);
  }
}
