package dev.eventprocessor;

import dev.eventprocessor.internal.Bounds;
import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.Numerals;
import dev.eventprocessor.internal.Unordered;
import dev.eventprocessor.internal.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one value has to be: the part of a {@link Filter} that stands behind the path. Conditions
 * are values: immutable, equal to another that says the same, and printed as they are written in
 * {@link Filters}, which makes them.
 *
 * <p>{@link #test} never throws, takes time linear in the value, and is asked of whatever a path
 * leads to, which may be nothing: only {@link Presence#ABSENT} accepts that.
 */
public sealed interface Condition extends Predicate<@Nullable Object>
    permits Condition.Presence,
        Condition.Equal,
        Condition.Written,
        Condition.Range,
        Condition.AnythingBut,
        TextCondition {

  /** The condition as it is written behind a path: {@code prefix(data.name, "a")}. */
  String on(String path);

  /** Whose rules hold where EventBridge's differ from this library's. */
  enum Rules {
    /** This library's: numbers are exact, and text that is a number counts as one. */
    OWN,
    /**
     * Those of an EventBridge pattern: a number is one that a double holds, and an address block is
     * compared digit by digit, so that one of IPv4 meets IPv6 addresses that begin alike.
     */
    EVENTBRIDGE
  }

  /** Whether there is a value. */
  enum Presence implements Condition {
    /** There is one; null counts. */
    PRESENT,
    /** There is none: the path leads nowhere. */
    ABSENT;

    @Override
    public boolean test(@Nullable Object value) {
      return (value == Path.ABSENT) == (this == ABSENT);
    }

    @Override
    public String on(String path) {
      return (this == PRESENT ? "exists(" : "absent(") + path + ")";
    }
  }

  /** The value is one of these, as JSON values are equal. */
  final class Equal implements Condition {
    private final List<@Nullable Object> literals;

    /** The same, numbers in the form in which they are compared fastest. */
    private final @Nullable Object[] compared;

    private Equal(List<@Nullable Object> literals) {
      this.literals = literals;
      this.compared = new @Nullable Object[literals.size()];
      for (int i = 0; i < compared.length; i++) {
        compared[i] = Values.simplest(literals.get(i));
      }
    }

    /**
     * Keeps a copy of each literal, and each once.
     *
     * @throws ConfigurationException {@code literal-unsupported}, for what no event can hold
     */
    static Equal to(Path path, @Nullable Object... literals) {
      List<@Nullable Object> kept = new ArrayList<>(literals.length);
      for (Object literal : literals) {
        if (!Values.isJson(literal)) {
          throw unsupported(path, literal);
        }
        if (!holds(kept, literal)) {
          kept.add(Values.copy(literal));
        }
      }
      return new Equal(kept);
    }

    private static boolean holds(List<@Nullable Object> literals, @Nullable Object value) {
      for (int i = 0; i < literals.size(); i++) {
        if (Values.equal(literals.get(i), value)) {
          return true;
        }
      }
      return false;
    }

    private static ConfigurationException unsupported(Path path, @Nullable Object literal) {
      return new ConfigurationException(
          ErrorId.LITERAL_UNSUPPORTED,
          "eq(\""
              + Excerpt.of(path.toString())
              + "\", ...) has a literal of "
              + (literal == null ? "null" : literal.getClass().getName())
              + " that no event can hold. A literal is text, a finite number, a boolean, bytes, null,"
              + " a list or a map of these.",
          null);
    }

    /** The literals, each once, in the order given. */
    public List<@Nullable Object> literals() {
      return Collections.unmodifiableList(literals);
    }

    @Override
    public boolean test(@Nullable Object value) {
      for (Object literal : compared) {
        if (Values.equal(literal, value)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Equal equal) || literals.size() != equal.literals.size()) {
        return false;
      }
      for (Object literal : literals) {
        if (!holds(equal.literals, literal)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (Object literal : literals) {
        hash += Values.hash(literal);
      }
      return hash;
    }

    @Override
    public String on(String path) {
      if (literals.size() == 1) {
        @Nullable Object only = literals.get(0);
        return only == null
            ? "isNull(" + path + ")"
            : "eq(" + path + ", " + Values.text(only) + ")";
      }
      StringBuilder text = new StringBuilder("oneOf(").append(path);
      for (Object literal : literals) {
        text.append(", ").append(Values.text(literal));
      }
      return text.append(')').toString();
    }
  }

  /**
   * The value is this number, which no double holds, written as this one is: EventBridge compares
   * such numbers by their text. A map has no text, but it tells whole numbers from others; one that
   * is written with a fraction or an exponent is never found.
   */
  final class Written implements Condition {
    private final Number number;

    Written(Number number) {
      this.number = number;
    }

    /** The number: a {@code BigInteger} where it is whole. */
    public Number number() {
      return number;
    }

    @Override
    public boolean test(@Nullable Object value) {
      return number instanceof BigInteger
          && Values.isWrittenWhole(value)
          && Values.equal(number, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Written written && number.equals(written.number);
    }

    @Override
    public int hashCode() {
      return number.hashCode();
    }

    @Override
    public String on(String path) {
      return "eq(" + path + ", " + number + ")";
    }
  }

  /**
   * An end of a range.
   *
   * @param value the end
   * @param included whether the end itself belongs to the range
   */
  record Bound(BigDecimal value, boolean included) {

    private static boolean same(@Nullable Bound a, @Nullable Bound b) {
      if (a == null || b == null) {
        return a == null && b == null;
      }
      return a.included == b.included && a.value.compareTo(b.value) == 0;
    }
  }

  /** The value is a number between two ends, one of which may be missing. */
  final class Range implements Condition {
    private final @Nullable Bound lower;
    private final @Nullable Bound upper;
    private final Rules rules;
    private final Bounds bounds;

    Range(@Nullable Bound lower, @Nullable Bound upper, Rules rules) {
      this.lower = lower;
      this.upper = upper;
      this.rules = rules;
      this.bounds =
          new Bounds(
              lower == null ? null : lower.value,
              lower != null && lower.included,
              upper == null ? null : upper.value,
              upper != null && upper.included);
    }

    /** The lower end; null where there is none. */
    public @Nullable Bound lower() {
      return lower;
    }

    /** The upper end; null where there is none. */
    public @Nullable Bound upper() {
      return upper;
    }

    /** Which values count as numbers. */
    public Rules rules() {
      return rules;
    }

    @Override
    public boolean test(@Nullable Object value) {
      if (value instanceof Number number) {
        return (rules == Rules.OWN || Bounds.isDouble(number)) && bounds.hold(number);
      }
      if (value instanceof String text && rules == Rules.OWN) {
        @Nullable BigDecimal number = Numerals.parse(text);
        return number != null && bounds.hold(number);
      }
      return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Range range
          && rules == range.rules
          && Bound.same(lower, range.lower)
          && Bound.same(upper, range.upper);
    }

    @Override
    public int hashCode() {
      return 31 * (lower == null ? 1 : Values.hash(lower.value))
          + (upper == null ? 2 : Values.hash(upper.value));
    }

    @Override
    public String on(String path) {
      @Nullable String from = lower == null ? null : lower.included ? "gte(" : "gt(";
      @Nullable String to = upper == null ? null : upper.included ? "lte(" : "lt(";
      if (lower != null && upper != null && lower.included && upper.included) {
        return "between(" + path + ", " + lower.value + ", " + upper.value + ")";
      }
      String left = lower == null ? "" : from + path + ", " + lower.value + ")";
      String right = upper == null ? "" : to + path + ", " + upper.value + ")";
      return left + (left.isEmpty() || right.isEmpty() ? "" : " and ") + right;
    }
  }

  /** There is a value, and none of these accepts it. */
  final class AnythingBut implements Condition {
    private final List<Condition> excluded;

    AnythingBut(List<Condition> excluded) {
      this.excluded = List.copyOf(excluded);
    }

    /** What the value must not be. */
    public List<Condition> excluded() {
      return excluded;
    }

    @Override
    public boolean test(@Nullable Object value) {
      if (value == Path.ABSENT) {
        return false;
      }
      for (int i = 0; i < excluded.size(); i++) {
        if (excluded.get(i).test(value)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AnythingBut same && Unordered.same(excluded, same.excluded);
    }

    @Override
    public int hashCode() {
      return ~Unordered.hash(excluded);
    }

    @Override
    public String on(String path) {
      StringBuilder text = new StringBuilder("anythingBut(");
      for (Condition condition : excluded) {
        text.append(text.length() == 12 ? "" : ", ").append(condition.on(path));
      }
      return text.append(')').toString();
    }
  }
}
