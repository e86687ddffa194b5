package dev.eventprocessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds registrations that can never run, because another accepts every event that they accept and
 * always goes first.
 *
 * <p>The rule is small and never wrong: a filter accepts all that another accepts when its
 * conditions are among the other's. What would need a look into the conditions themselves (two
 * ranges, one inside the other) is not found. Neither is the rest where a registry would cost more
 * than a fixed amount of work for each registration.
 */
final class Shadows {

  /** Comparisons for each registration, on average. */
  private static final long WORK_EACH = 64;

  private final Registration[] inOrder;
  private final boolean onlyAlone;
  private final Map<Filter, Integer> counts = new HashMap<>();
  private final Map<Filter, List<Integer>> byRarest = new HashMap<>();
  private final List<Integer> anyEvent = new ArrayList<>(1);
  private long work;

  /**
   * Reads the registrations.
   *
   * @param inOrder in dispatch order, without {@code otherwise}
   * @param strategy null for the first match
   */
  Shadows(Registration[] inOrder, @Nullable InvocationStrategy strategy) {
    this.inOrder = inOrder;
    this.onlyAlone =
        strategy == InvocationStrategy.SKIP_IF_AMBIGUOUS
            || strategy == InvocationStrategy.FAIL_IF_AMBIGUOUS;
    this.work = WORK_EACH * (inOrder.length + WORK_EACH);
    for (Registration registration : inOrder) {
      for (Filter part : parts(registration)) {
        @Nullable Integer count = counts.get(part);
        counts.put(part, count == null ? 1 : count + 1);
      }
    }
    for (int i = 0; i < inOrder.length; i++) {
      keep(i);
    }
  }

  /** What keeps this registration from ever running; null where nothing is found. */
  @Nullable Registration of(int index) {
    if (!onlyAlone && inOrder[index].rank() == inOrder[0].rank()) {
      return null; // Of the highest rank; and more conditions go before fewer.
    }
    @Nullable Registration found = among(anyEvent, index);
    List<Filter> parts = parts(inOrder[index]);
    for (int i = 0; found == null && i < parts.size(); i++) {
      found = among(byRarest.get(parts.get(i)), index);
    }
    return found;
  }

  /** Under its rarest condition, so that few have to be compared. */
  private void keep(int index) {
    @Nullable Filter rarest = null;
    int least = Integer.MAX_VALUE;
    for (Filter part : parts(inOrder[index])) {
      @Nullable Integer count = counts.get(part);
      if (count != null && count < least) {
        least = count;
        rarest = part;
      }
    }
    if (rarest == null) {
      anyEvent.add(index);
      return;
    }
    @Nullable List<Integer> same = byRarest.get(rarest);
    if (same == null) {
      same = new ArrayList<>(1);
      byRarest.put(rarest, same);
    }
    same.add(index);
  }

  private @Nullable Registration among(@Nullable List<Integer> candidates, int index) {
    if (candidates == null) {
      return null;
    }
    for (int candidate : candidates) {
      if (--work < 0) {
        return null;
      }
      if (candidate != index && goesFirst(candidate, index) && acceptsAllOf(candidate, index)) {
        return inOrder[candidate];
      }
    }
    return null;
  }

  /** Whether {@code other} keeps {@code index} from running wherever both accept the event. */
  private boolean goesFirst(int other, int index) {
    int above = Integer.compare(inOrder[other].rank(), inOrder[index].rank());
    return above > 0 || (above == 0 && onlyAlone); // Beside it, none is the only one.
  }

  private boolean acceptsAllOf(int other, int index) {
    List<Filter> fewer = parts(inOrder[other]);
    List<Filter> more = parts(inOrder[index]);
    boolean sameView = inOrder[other].section().view() == inOrder[index].section().view();
    if (fewer.size() > more.size() || (sameView && isDuplicate(other, index))) {
      return false; // A duplicate is told by itself.
    }
    return fewer.isEmpty() || (sameView && more.containsAll(fewer));
  }

  private boolean isDuplicate(int other, int index) {
    return inOrder[other].rank() == inOrder[index].rank()
        && inOrder[other].filter().equals(inOrder[index].filter());
  }

  private static List<Filter> parts(Registration registration) {
    return registration.filter() instanceof Filter.And and
        ? and.all()
        : List.of(registration.filter());
  }
}
