package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.internal.index.Access.Exactness;
import dev.eventprocessor.internal.index.Access.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is found by the values of one source, and chooses the structures for it. */
final class ProbeBuilder {

  /** So many conditions on one value are tried faster than looked up. */
  private static final int FEW = 8;

  /** Hashing pays earlier. */
  private static final int FEW_EQUAL = 2;

  private final Source source;
  private final Map<Kind, List<Entry>> entries = new EnumMap<>(Kind.class);

  ProbeBuilder(Source source) {
    this.source = source;
  }

  private record Entry(Access access, Conjunction conjunction, int part) {

    Conjunction after(Exactness exactness) {
      return conjunction.after(part, exactness);
    }
  }

  void add(Access access, Conjunction conjunction, int part) {
    List<Entry> of = entries.get(access.kind());
    if (of == null) {
      of = new ArrayList<>();
      entries.put(access.kind(), of);
    }
    of.add(new Entry(access, conjunction, part));
  }

  /**
   * Makes the probe.
   *
   * @param tree makes what stands behind each value
   */
  Probe build(Function<List<Conjunction>, Target> tree) {
    List<Probe.Check> checks = new ArrayList<>();
    List<TextIndex> texts = new ArrayList<>();
    @Nullable ValueTable<Target> equal = null;
    @Nullable SubstringIndex substrings = null;
    @Nullable RangeIndex ranges = null;
    int first = Integer.MAX_VALUE;
    for (Map.Entry<Kind, List<Entry>> group : entries.entrySet()) {
      List<Entry> of = group.getValue();
      first = Math.min(first, of.get(0).conjunction.place());
      if (group.getKey() == Kind.CHECK
          || of.size() <= (group.getKey() == Kind.EQUAL ? FEW_EQUAL : FEW)) {
        addChecks(of, checks, tree);
        continue;
      }
      switch (group.getKey()) {
        case EQUAL -> equal = table(of, tree);
        case SUBSTRING -> substrings = new SubstringIndex(targets(of, null, tree));
        case RANGE -> ranges = ranges(of, tree);
        case PREFIX -> texts.add(text(TextIndex.Mode.PREFIX, of, tree));
        case SUFFIX -> texts.add(text(TextIndex.Mode.SUFFIX, of, tree));
        case WHOLE_FOLDED -> texts.add(text(TextIndex.Mode.WHOLE_FOLDED, of, tree));
        case PREFIX_FOLDED -> texts.add(text(TextIndex.Mode.PREFIX_FOLDED, of, tree));
        case SUFFIX_FOLDED -> texts.add(text(TextIndex.Mode.SUFFIX_FOLDED, of, tree));
        default -> throw new IllegalStateException(group.getKey().name());
      }
    }
    return new Probe(
        source,
        equal,
        texts.toArray(new TextIndex[0]),
        substrings,
        ranges,
        checks.toArray(new Probe.Check[0]),
        first);
  }

  /** The condition of a check is tried, so that its answer is final whatever it is. */
  private static void addChecks(
      List<Entry> of, List<Probe.Check> checks, Function<List<Conjunction>, Target> tree) {
    for (Entry entry : of) {
      Condition condition = entry.access.condition();
      Conjunction rest = entry.after(Exactness.FINAL);
      checks.add(new Probe.Check(condition, tree.apply(List.of(rest))));
    }
  }

  private static ValueTable<Target> table(
      List<Entry> of, Function<List<Conjunction>, Target> tree) {
    ValueTable<List<Conjunction>> groups = new ValueTable<>();
    for (Entry entry : of) {
      @Nullable Object key = entry.access.key();
      @Nullable List<Conjunction> group = groups.get(key);
      if (group == null) {
        group = new ArrayList<>(1);
        groups.put(key, group);
      }
      group.add(entry.after(entry.access.exact()));
    }
    return groups.map(tree);
  }

  private static TextIndex text(
      TextIndex.Mode mode, List<Entry> of, Function<List<Conjunction>, Target> tree) {
    return new TextIndex(mode, new TreeMap<>(targets(of, mode, tree)));
  }

  /** What each text leads to; by its key where a mode is given. */
  private static Map<String, Target> targets(
      List<Entry> of, TextIndex.@Nullable Mode mode, Function<List<Conjunction>, Target> tree) {
    Map<String, List<Conjunction>> groups = new HashMap<>();
    for (Entry entry : of) {
      String text = String.valueOf(entry.access.key());
      String key = mode == null ? text : mode.key(text);
      @Nullable List<Conjunction> group = groups.get(key);
      if (group == null) {
        group = new ArrayList<>(1);
        groups.put(key, group);
      }
      group.add(entry.after(entry.access.exact()));
    }
    Map<String, Target> targets = new HashMap<>();
    for (Map.Entry<String, List<Conjunction>> group : groups.entrySet()) {
      targets.put(group.getKey(), tree.apply(group.getValue()));
    }
    return targets;
  }

  private static RangeIndex ranges(List<Entry> of, Function<List<Conjunction>, Target> tree) {
    List<RangeIndex.Entry> ranges = new ArrayList<>(of.size());
    for (Entry entry : of) {
      if (entry.access.condition() instanceof Condition.Range range) {
        Conjunction rest = entry.after(entry.access.exact());
        ranges.add(new RangeIndex.Entry(range, tree.apply(List.of(rest))));
      }
    }
    return new RangeIndex(ranges);
  }
}
