package dev.eventprocessor;

import dev.eventprocessor.Condition.AnythingBut;
import dev.eventprocessor.Condition.Bound;
import dev.eventprocessor.Condition.Equal;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.Condition.Range;
import dev.eventprocessor.Condition.Rules;
import dev.eventprocessor.TextCondition.Affix;
import dev.eventprocessor.TextCondition.Affix.Part;
import dev.eventprocessor.TextCondition.InBlock;
import dev.eventprocessor.TextCondition.Like;
import dev.eventprocessor.TextCondition.Matches;
import dev.eventprocessor.internal.AddressBlock;
import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.internal.Wildcard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The filters, to import statically.
 *
 * <pre>{@code
 * eq("data.state.value", "ALARM").and(exists("data.alarmName"))
 * gt("data.amount", 100).or(oneOf("data.currency", "CHF", "EUR"))
 * anyElement("data.items", eq("kind", "book").and(gt("price", 20)))
 * }</pre>
 *
 * <p>Each takes a {@link Path}. A path that leads nowhere satisfies {@link #absent} only; a value
 * of another type than a filter looks for does not satisfy it, and is no error. Where a path has a
 * {@code [*]}, one of the values has to satisfy the filter. All throw a {@link
 * ConfigurationException}: {@code path-malformed} for the path, and what is said with each.
 */
public final class Filters {

  private static final Filter ANY_EVENT = new Filter.And(List.of());

  private Filters() {}

  /** Accepts every event. */
  public static Filter any() {
    return ANY_EVENT;
  }

  /** The path leads to a value; null is one. */
  public static Filter exists(String path) {
    return where(path, Presence.PRESENT);
  }

  /** The path leads nowhere; where it has a {@code [*]}, it leads nowhere in every element. */
  public static Filter absent(String path) {
    return where(path, Presence.ABSENT);
  }

  /** The path leads to null, which is something else than leading nowhere. */
  public static Filter isNull(String path) {
    return eq(path, null);
  }

  /**
   * The path leads to exactly this value: text to text, booleans to booleans, null to null, numbers
   * by value (5, 5L and 5.00 are equal; "5" is not), lists and maps deep.
   *
   * @throws ConfigurationException {@code literal-unsupported}, for what is no JSON value
   */
  public static Filter eq(String path, @Nullable Object literal) {
    return oneOf(path, new @Nullable Object[] {literal});
  }

  /**
   * The path leads to one of these values, as {@link #eq} compares them.
   *
   * @throws ConfigurationException {@code literal-unsupported}, for what is no JSON value; {@code
   *     filter-malformed}, for none at all
   */
  public static Filter oneOf(String path, @Nullable Object... literals) {
    Path parsed = Path.parse(path);
    requireSome(literals.length, "oneOf", path);
    return new Filter.Where(parsed, Equal.to(parsed, literals));
  }

  /** The filter does not accept the event. What is absent has no value, so this accepts it. */
  public static Filter not(Filter filter) {
    return filter instanceof Filter.Not not ? not.filter() : new Filter.Not(filter);
  }

  /** All of these accept the event; none at all accepts every event. */
  public static Filter allOf(Filter... filters) {
    return Filter.And.join(List.of(filters));
  }

  /** One of these accepts the event; none at all accepts no event. */
  public static Filter anyOf(Filter... filters) {
    return Filter.Or.join(List.of(filters));
  }

  /**
   * The path leads to a number below this one. Comparing is exact, whatever the two numbers' types.
   * Text that is a number as JSON writes it counts as one, so that {@code "-1"} is below 0.
   *
   * @throws ConfigurationException {@code literal-unsupported}, for what is not finite
   */
  public static Filter lt(String path, Number bound) {
    return range(path, null, end(path, bound, false));
  }

  /** The path leads to a number below this one, or to it; otherwise as {@link #lt}. */
  public static Filter lte(String path, Number bound) {
    return range(path, null, end(path, bound, true));
  }

  /** The path leads to a number above this one; otherwise as {@link #lt}. */
  public static Filter gt(String path, Number bound) {
    return range(path, end(path, bound, false), null);
  }

  /** The path leads to a number above this one, or to it; otherwise as {@link #lt}. */
  public static Filter gte(String path, Number bound) {
    return range(path, end(path, bound, true), null);
  }

  /**
   * The path leads to a number from the one to the other, both included; otherwise as {@link #lt}.
   *
   * @throws ConfigurationException {@code filter-malformed}, where the first is above the second
   */
  public static Filter between(String path, Number lowest, Number highest) {
    Bound lower = end(path, lowest, true);
    Bound upper = end(path, highest, true);
    if (lower.value().compareTo(upper.value()) > 0) {
      throw malformed("between", path, "its lower end is above its upper one. Swap the two");
    }
    return range(path, lower, upper);
  }

  /** The path leads to text that begins so. */
  public static Filter prefix(String path, String text) {
    return where(path, new Affix(Part.PREFIX, text));
  }

  /** The path leads to text that ends so. */
  public static Filter suffix(String path, String text) {
    return where(path, new Affix(Part.SUFFIX, text));
  }

  /**
   * The path leads to this text in whatever case, beyond ASCII, too: each character's two forms.
   */
  public static Filter equalsIgnoreCase(String path, String text) {
    return where(path, new Affix(Part.WHOLE_IGNORE_CASE, text));
  }

  /** The path leads to text that begins so in whatever case. */
  public static Filter prefixIgnoreCase(String path, String text) {
    return where(path, new Affix(Part.PREFIX_IGNORE_CASE, text));
  }

  /** The path leads to text that ends so in whatever case. */
  public static Filter suffixIgnoreCase(String path, String text) {
    return where(path, new Affix(Part.SUFFIX_IGNORE_CASE, text));
  }

  /**
   * The path leads to text that fits this one, in which a star stands for any text, even none, and
   * {@code \*} and {@code \\} for a star and a backslash.
   *
   * @throws ConfigurationException {@code filter-malformed}, for two stars in a row and for a
   *     backslash before something else
   */
  public static Filter wildcard(String path, String pattern) {
    return where(path, like("wildcard", path, pattern));
  }

  /**
   * The path leads to text that the regular expression matches as a whole, in time linear in the
   * text. The syntax is that of {@link java.util.regex.Pattern} as far as no going back is needed:
   * characters, classes, groups, alternatives, {@code * + ? {m,n}}, and {@code (?i)} at the start.
   *
   * @throws ConfigurationException {@code filter-malformed}, naming the place, for what cannot be
   *     read, and for what needs going back: back-references and look-around
   */
  public static Filter matches(String path, String pattern) {
    return where(path, Matches.compile(path, pattern));
  }

  /**
   * The path leads to a value, and to none of these; what is absent is not accepted. Other than
   * {@code not(oneOf(...))}, which accepts it.
   *
   * @throws ConfigurationException as {@link #oneOf}
   */
  public static Filter anythingBut(String path, @Nullable Object... literals) {
    Path parsed = Path.parse(path);
    requireSome(literals.length, "anythingBut", path);
    return new Filter.Where(parsed, new AnythingBut(List.of(Equal.to(parsed, literals))));
  }

  /** The path leads to a value, and not to text that begins with one of these. */
  public static Filter anythingButPrefix(String path, String... texts) {
    return anythingBut("anythingButPrefix", path, Part.PREFIX, texts);
  }

  /** The path leads to a value, and not to text that ends with one of these. */
  public static Filter anythingButSuffix(String path, String... texts) {
    return anythingBut("anythingButSuffix", path, Part.SUFFIX, texts);
  }

  /** The path leads to a value, and not to one of these texts in whatever case. */
  public static Filter anythingButIgnoreCase(String path, String... texts) {
    return anythingBut("anythingButIgnoreCase", path, Part.WHOLE_IGNORE_CASE, texts);
  }

  /**
   * The path leads to a value, and not to text that fits one of these with stars.
   *
   * @throws ConfigurationException as {@link #wildcard}
   */
  public static Filter anythingButWildcard(String path, String... patterns) {
    requireSome(patterns.length, "anythingButWildcard", path);
    List<Condition> excluded = new ArrayList<>(patterns.length);
    for (String pattern : patterns) {
      excluded.add(like("anythingButWildcard", path, pattern));
    }
    return where(path, new AnythingBut(excluded));
  }

  /**
   * The path leads to text that is an internet address in this block: {@code 10.0.0.0/8}, {@code
   * 2001:db8::/32}. An address of the other family is in no block; an IPv4 address that is written
   * as IPv6 ({@code ::ffff:a00:1}) is an IPv4 address.
   *
   * @throws ConfigurationException {@code filter-malformed}, for what is no block
   */
  public static Filter cidr(String path, String block) {
    @Nullable AddressBlock addresses = AddressBlock.parse(block);
    if (addresses == null) {
      throw malformed(
          "cidr",
          path,
          "\"" + Excerpt.of(block) + "\" is no address block. Write 10.0.0.0/8 or 2001:db8::/32");
    }
    return where(path, new InBlock(block, addresses, Rules.OWN));
  }

  /**
   * The path leads to a list in which one and the same element, a map, is accepted by the whole
   * filter. That filter's paths begin in the element.
   */
  public static Filter anyElement(String path, Filter filter) {
    return new Filter.AnyElement(Path.parse(path), filter);
  }

  /**
   * Whatever a program can ask of an event; the last resort, because no index can help here, and
   * nobody can read what it means. It must not change the event. What it throws passes through.
   *
   * @param name how the filter is printed
   */
  public static Filter test(String name, Predicate<Event> predicate) {
    return new Filter.Test(name, predicate);
  }

  /**
   * Writes a filter as an EventBridge pattern, to filter at the provider already. On events that
   * have plain values or nothing where the filter looks, and numbers where it has a range, pattern
   * and filter accept the same. What looks into lists is written only where the pattern drops no
   * list that the filter accepts.
   *
   * @return the pattern's JSON text, which {@link EventPattern#parse} reads
   * @throws ConfigurationException {@code event-pattern-unsupported}, naming the part that patterns
   *     cannot say
   */
  public static String toEventPattern(Filter filter) {
    return new EventPatternWriter().write(filter);
  }

  private static Filter where(String path, Condition condition) {
    return new Filter.Where(Path.parse(path), condition);
  }

  private static Filter range(String path, @Nullable Bound lower, @Nullable Bound upper) {
    return where(path, new Range(lower, upper, Rules.OWN));
  }

  private static Bound end(String path, Number number, boolean included) {
    @Nullable BigDecimal exact = Values.exact(number);
    if (exact == null) {
      throw new ConfigurationException(
          ErrorId.LITERAL_UNSUPPORTED,
          "The filter on \""
              + Excerpt.of(path)
              + "\" compares with a number that is not finite. Give a number.",
          null);
    }
    return new Bound(exact, included);
  }

  private static Filter anythingBut(String filter, String path, Part part, String... texts) {
    requireSome(texts.length, filter, path);
    List<Condition> excluded = new ArrayList<>(texts.length);
    for (String text : texts) {
      excluded.add(new Affix(part, text));
    }
    return where(path, new AnythingBut(excluded));
  }

  private static TextCondition.Like like(String filter, String path, String pattern) {
    @Nullable String problem = Wildcard.problem(pattern);
    if (problem != null) {
      throw malformed(filter, path, "\"" + Excerpt.of(pattern) + "\" cannot be read, " + problem);
    }
    return new Like(pattern);
  }

  private static void requireSome(int count, String filter, String path) {
    if (count == 0) {
      throw malformed(filter, path, "it has no value. Give one at least");
    }
  }

  private static ConfigurationException malformed(String filter, String path, String what) {
    return new ConfigurationException(
        ErrorId.FILTER_MALFORMED,
        filter + "(\"" + Excerpt.of(path) + "\", ...): " + what + ".",
        null);
  }
}
