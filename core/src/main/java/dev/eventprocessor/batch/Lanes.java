package dev.eventprocessor.batch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records have to follow each other: each is in one lane, and lanes are independent of one
 * another. Immutable once made.
 */
final class Lanes {

  /** Those of a batch of one. */
  static final Lanes SINGLE = single();

  private static final int NONE = -1;

  private final int[] lane;
  private final int[] first;
  private final int[] next;
  private final @Nullable Throwable[] unreadable;
  private int count;

  private Lanes(int records) {
    this.lane = new int[records];
    this.first = new int[records];
    this.next = new int[records];
    this.unreadable = new @Nullable Throwable[records];
    Arrays.fill(next, NONE);
  }

  static Lanes of(List<? extends BatchRecord> records, Order order) {
    if (records.size() == 1 && order == Order.INDEPENDENT) {
      return SINGLE;
    }
    Lanes lanes = new Lanes(records.size());
    if (order == Order.INDEPENDENT) {
      for (int i = 0; i < records.size(); i++) {
        lanes.open(i);
      }
    } else {
      lanes.divide(records, order);
    }
    return lanes;
  }

  private static Lanes single() {
    Lanes lanes = new Lanes(1);
    lanes.open(0);
    return lanes;
  }

  /** How many there are; numbered from 0 in the order of their first records. */
  int count() {
    return count;
  }

  int laneOf(int record) {
    return lane[record];
  }

  int firstOf(int someLane) {
    return first[someLane];
  }

  /** The record that follows this one in its lane; below 0 when it is the last. */
  int after(int record) {
    return next[record];
  }

  /** What a record threw when it was asked for its group. */
  @Nullable Throwable failureOf(int record) {
    return unreadable[record];
  }

  private void divide(List<? extends BatchRecord> records, Order order) {
    Map<@Nullable String, Integer> last = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      @Nullable String group = null;
      try {
        group = records.get(i).group();
      } catch (Throwable failure) { // This record's, as all that goes wrong with it.
        unreadable[i] = failure;
      }
      boolean alone = group == null && order == Order.GROUPED;
      @Nullable Integer before = alone ? null : last.put(group, i);
      if (before == null) {
        open(i);
      } else {
        lane[i] = lane[before];
        next[before] = i;
      }
    }
  }

  private void open(int record) {
    lane[record] = count;
    first[count] = record;
    count++;
  }
}
