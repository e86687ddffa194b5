package dev.eventprocessor.internal.index;

import dev.eventprocessor.Condition;
import dev.eventprocessor.TextCondition;
import dev.eventprocessor.internal.CaseFolded;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.internal.Wildcard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one condition on a source's value is found. */
final class Access {

  private final Source source;
  private final Kind kind;
  private final @Nullable Object key;
  private final Condition condition;
  private final Exactness exact;

  /** How many are found in the same way, among those that are being told apart. */
  private int[] count = {};

  private Access(
      Source source, Kind kind, @Nullable Object key, Condition condition, Exactness exact) {
    this.source = source;
    this.kind = kind;
    this.key = key;
    this.condition = condition;
    this.exact = exact;
  }

  /** By which structure. */
  Kind kind() {
    return kind;
  }

  /** What stands in that structure. */
  @Nullable Object key() {
    return key;
  }

  /** The condition itself. */
  Condition condition() {
    return condition;
  }

  /** Whether what is found need not be asked again. */
  Exactness exact() {
    return exact;
  }

  /** Counts this one among those that are found in the same way. */
  void count(Map<Key, int[]> counts) {
    Key same = new Key(this);
    int @Nullable [] known = counts.get(same);
    if (known == null) {
      known = new int[1];
      counts.put(same, known);
    }
    known[0]++;
    count = known;
  }

  /** What looking it up leaves to be asked. */
  int cost() {
    return kind == Kind.EQUAL ? count[0] : 1 + count[0];
  }

  /** The structures. */
  enum Kind {
    EQUAL,
    PREFIX,
    SUFFIX,
    WHOLE_FOLDED,
    PREFIX_FOLDED,
    SUFFIX_FOLDED,
    SUBSTRING,
    RANGE,
    /** None: the condition is tried on every value. */
    CHECK
  }

  /** Whether a structure's answer is final. */
  enum Exactness {
    FINAL,
    TO_BE_ASKED
  }

  /** Adds all that a condition is found by: one entry, or one for each of its literals. */
  static void add(Source source, Condition condition, List<Access> all) {
    if (condition instanceof Condition.Equal equal && !equal.literals().isEmpty()) {
      for (int i = 0; i < equal.literals().size(); i++) {
        Object literal = equal.literals().get(i);
        all.add(new Access(source, Kind.EQUAL, literal, condition, Exactness.FINAL));
      }
      return;
    }
    all.add(one(source, condition));
  }

  private static Access one(Source source, Condition condition) {
    if (condition instanceof TextCondition.Affix text) {
      return text(source, text);
    }
    if (condition instanceof TextCondition.Like like) {
      return like(source, like);
    }
    if (condition instanceof TextCondition.Matches matches && !matches.requiredPrefix().isEmpty()) {
      return new Access(
          source, Kind.PREFIX, matches.requiredPrefix(), matches, Exactness.TO_BE_ASKED);
    }
    return condition instanceof Condition.Range
        ? new Access(source, Kind.RANGE, condition, condition, Exactness.TO_BE_ASKED)
        : check(source, condition);
  }

  private static Access check(Source source, Condition condition) {
    return new Access(source, Kind.CHECK, null, condition, Exactness.FINAL);
  }

  private static Access text(Source source, TextCondition.Affix text) {
    return switch (text.part()) {
      case PREFIX -> new Access(source, Kind.PREFIX, text.text(), text, Exactness.FINAL);
      case SUFFIX -> new Access(source, Kind.SUFFIX, text.text(), text, Exactness.FINAL);
      case WHOLE_IGNORE_CASE -> folded(source, Kind.WHOLE_FOLDED, text);
      case PREFIX_IGNORE_CASE -> folded(source, Kind.PREFIX_FOLDED, text);
      case SUFFIX_IGNORE_CASE -> folded(source, Kind.SUFFIX_FOLDED, text);
    };
  }

  private static Access folded(Source source, Kind kind, TextCondition.Affix text) {
    return new CaseFolded(text.text()).hashes()
        ? new Access(source, kind, text.text(), text, Exactness.TO_BE_ASKED)
        : check(source, text);
  }

  /** By the longest piece between its stars. */
  private static Access like(Source source, TextCondition.Like like) {
    Wildcard wildcard = Wildcard.of(like.pattern());
    if (wildcard.isLiteral()) {
      return new Access(source, Kind.EQUAL, wildcard.first(), like, Exactness.FINAL);
    }
    String longest = wildcard.longest();
    if (longest.isEmpty()) {
      return check(source, like);
    }
    Kind kind =
        longest.equals(wildcard.first())
            ? Kind.PREFIX
            : longest.equals(wildcard.last()) ? Kind.SUFFIX : Kind.SUBSTRING;
    return new Access(source, kind, longest, like, Exactness.TO_BE_ASKED);
  }

  /** What is found in the same way has an equal one. */
  static final class Key {
    private final Source source;
    private final Kind kind;
    private final @Nullable Object key;

    Key(Access access) {
      this.source = access.source;
      this.kind = access.kind;
      this.key = access.kind == Kind.RANGE ? null : access.key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key same
          && kind == same.kind
          && source.equals(same.source)
          && Values.equal(key, same.key);
    }

    @Override
    public int hashCode() {
      int hash = key instanceof String text ? text.hashCode() : Values.hash(key);
      return 31 * (31 * source.hashCode() + kind.name().hashCode()) + hash;
    }
  }
}
