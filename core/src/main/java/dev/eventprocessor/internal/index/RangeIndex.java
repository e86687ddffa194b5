package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition.Bound;
import dev.eventprocessor.Condition.Range;
import dev.eventprocessor.Condition.Rules;
import dev.eventprocessor.internal.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among many ranges, those that may hold a number: a tree over the ranges in the order of
 * their lower ends, whose every part knows its highest upper end and its first place. Ends are
 * doubles, a little wider than the range; what is found has to be asked again.
 */
final class RangeIndex {

  private final double[] low;
  private final double[] highest;
  private final int[] first;
  private final Target[] targets;
  private final boolean readsText;

  /** One range, and what it leads to. */
  record Entry(Range range, Target target) {

    double low() {
      @Nullable Bound lower = range.lower();
      return lower == null ? Double.NEGATIVE_INFINITY : Math.nextDown(lower.value().doubleValue());
    }

    double high() {
      @Nullable Bound upper = range.upper();
      return upper == null ? Double.POSITIVE_INFINITY : Math.nextUp(upper.value().doubleValue());
    }
  }

  private static final class ByLow implements Comparator<Entry> {
    @Override
    public int compare(Entry a, Entry b) {
      return Double.compare(a.low(), b.low());
    }
  }

  RangeIndex(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(new ByLow());
    int size = sorted.size();
    low = new double[size];
    targets = new Target[size];
    highest = new double[size];
    first = new int[size];
    boolean own = false;
    for (int i = 0; i < size; i++) {
      low[i] = sorted.get(i).low();
      targets[i] = sorted.get(i).target;
      own |= sorted.get(i).range.rules() == Rules.OWN;
    }
    readsText = own;
    summarise(sorted, 0, size);
  }

  /** A part of the order is summed up at its middle. */
  private void summarise(List<Entry> entries, int from, int to) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    summarise(entries, from, middle);
    summarise(entries, middle + 1, to);
    highest[middle] = entries.get(middle).high();
    first[middle] = targets[middle].first();
    add(middle, from, middle);
    add(middle, middle + 1, to);
  }

  private void add(int to, int from, int end) {
    if (from < end) {
      int middle = (from + end) >>> 1;
      highest[to] = Math.max(highest[to], highest[middle]);
      first[to] = Math.min(first[to], first[middle]);
    }
  }

  void search(@Nullable Object value, Search search) {
    if (value instanceof Number number) {
      search(number.doubleValue(), 0, low.length, search);
    } else if (readsText && value instanceof String text) {
      @Nullable BigDecimal number = Numerals.parse(text);
      if (number != null) {
        search(number.doubleValue(), 0, low.length, search);
      }
    }
  }

  private void search(double value, int from, int to, Search search) {
    if (from >= to) {
      return;
    }
    int middle = (from + to) >>> 1;
    if (highest[middle] < value || first[middle] >= search.limit) {
      return;
    }
    search(value, from, middle, search);
    if (low[middle] <= value) {
      targets[middle].enter(search);
      search(value, middle + 1, to, search);
    }
  }
}
