package dev.eventprocessor;

import dev.eventprocessor.Condition.AnythingBut;
import dev.eventprocessor.Condition.Bound;
import dev.eventprocessor.Condition.Equal;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.Condition.Range;
import dev.eventprocessor.Condition.Rules;
import dev.eventprocessor.Condition.Written;
import dev.eventprocessor.TextCondition.Affix;
import dev.eventprocessor.TextCondition.Affix.Part;
import dev.eventprocessor.TextCondition.InBlock;
import dev.eventprocessor.TextCondition.Like;
import dev.eventprocessor.internal.AddressBlock;
import dev.eventprocessor.internal.Bounds;
import dev.eventprocessor.internal.IpAddresses;
import dev.eventprocessor.internal.JsonTree.Member;
import dev.eventprocessor.internal.JsonTree.Members;
import dev.eventprocessor.internal.Unordered;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.internal.Wildcard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the values of a field in an EventBridge pattern have to be. */
final class EventPatternConditions {

  private static final BigDecimal MAX = new BigDecimal("1.7976931348623157E308");

  private final EventPatternSpot spot;

  private boolean orIsField;

  EventPatternConditions(EventPatternSpot spot) {
    this.spot = spot;
  }

  /**
   * From now on {@code $or} is read as a field, for which the engine has an older reader that takes
   * less in an anything-but.
   */
  void readOrAsField() {
    orIsField = true;
  }

  /** The alternatives of one field. */
  List<Condition> read(List<?> list) {
    if (list.isEmpty()) {
      throw spot.malformed("has an empty list", "List the values that the field may have");
    }
    List<Condition> conditions = new ArrayList<>(list.size());
    for (Object element : list) {
      Condition condition =
          element instanceof Members operator ? operator(operator) : literal(element);
      Unordered.addOnce(conditions, withWhole(condition));
    }
    return List.copyOf(conditions);
  }

  /**
   * The engine compares a text together with its quotes, so that a quote at the end of a prefix, or
   * at the beginning of a suffix, also means the text's own: the text is nothing but the rest.
   */
  private static List<Condition> withWhole(Condition condition) {
    if (!(condition instanceof Affix affix) || !affix.isOpenEndQuoted()) {
      return List.of(condition);
    }
    String text = affix.text();
    boolean begins = affix.part() == Part.PREFIX || affix.part() == Part.PREFIX_IGNORE_CASE;
    String rest = begins ? text.substring(0, text.length() - 1) : text.substring(1);
    boolean exact = affix.part() == Part.PREFIX || affix.part() == Part.SUFFIX;
    return List.of(condition, exact ? equal(rest) : new Affix(Part.WHOLE_IGNORE_CASE, rest));
  }

  /** Text that is an internet address stands for the address, however it is written. */
  private Condition literal(@Nullable Object value) {
    if (value instanceof List) {
      throw spot.malformed("has a list in a list", "List values and operators only");
    }
    byte @Nullable [] address = value instanceof String text ? IpAddresses.parse(text) : null;
    if (address != null) {
      return block(value + "/" + address.length * 8);
    }
    return value instanceof Number number && !Bounds.isDouble(number)
        ? new Written(number)
        : equal(value);
  }

  private static Equal equal(@Nullable Object value) {
    return Equal.to(Path.ofName(""), value);
  }

  private Condition operator(Members object) {
    Member only = only(object);
    spot.enter(only.name());
    Condition condition =
        switch (only.name()) {
          case "exactly" -> equal(text(only.value()));
          case "prefix" -> affix(only.value(), Part.PREFIX, Part.PREFIX_IGNORE_CASE);
          case "suffix" -> affix(only.value(), Part.SUFFIX, Part.SUFFIX_IGNORE_CASE);
          case "equals-ignore-case" -> folded(Part.WHOLE_IGNORE_CASE, only.value());
          case "wildcard" -> wildcard(only.value());
          case "anything-but" -> anythingBut(only.value());
          case "numeric" -> numeric(only.value());
          case "cidr" -> cidr(text(only.value()));
          case "exists" -> exists(only.value());
          default ->
              throw spot.malformed(
                  "has an operator that EventBridge does not know",
                  "Use prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, cidr or"
                      + " exists");
        };
    spot.leave();
    return condition;
  }

  private Member only(Members object) {
    if (object.all().size() != 1) {
      throw spot.malformed("has an operator with " + object.all().size() + " members", "Write one");
    }
    return object.all().get(0);
  }

  private String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw spot.malformed("has an operator whose value is no text", "Write it in quotes");
  }

  private Condition affix(@Nullable Object value, Part part, Part ignoringCase) {
    if (!(value instanceof Members object)) {
      return new Affix(part, text(value));
    }
    Member only = only(object);
    if (!only.name().equals("equals-ignore-case")) {
      throw spot.malformed(
          "has an operator here other than equals-ignore-case", "Use that, or text");
    }
    return folded(ignoringCase, only.value());
  }

  /**
   * The engine takes such a text apart into UTF-16 units, and half a character becomes a question
   * mark in UTF-8.
   */
  private Affix folded(Part part, @Nullable Object value) {
    StringBuilder text = new StringBuilder(text(value));
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        text.setCharAt(i, '?');
      }
    }
    return new Affix(part, text.toString());
  }

  private Condition wildcard(@Nullable Object value) {
    String pattern = text(value);
    @Nullable String problem = Wildcard.problem(pattern);
    if (problem != null) {
      throw spot.malformed("has a text with stars that cannot be read, " + problem, "Correct it");
    }
    return new Like(pattern);
  }

  private Condition exists(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? Presence.PRESENT : Presence.ABSENT;
    }
    throw spot.malformed("has an exists that is neither true nor false", "Write true or false");
  }

  private Condition cidr(String text) {
    String plain = withPlainNumber(text);
    @Nullable AddressBlock block = AddressBlock.parse(plain);
    if (block == null || block.isSingle()) {
      throw spot.malformed(
          "has a cidr that is no address block with 0 to 31 leading bits, 127 for IPv6",
          "Write 10.0.0.0/8, or an address as a plain value");
    }
    return block(plain);
  }

  /** The engine also takes a sign, zeros before the number, and slashes after it. */
  private static String withPlainNumber(String block) {
    int end = block.length();
    while (end > 0 && block.charAt(end - 1) == '/') {
      end--;
    }
    int slash = block.indexOf('/');
    try {
      return slash < 0 || slash >= end
          ? ""
          : block.substring(0, slash + 1) + Integer.parseInt(block.substring(slash + 1, end));
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private Condition block(String text) {
    @Nullable AddressBlock block = AddressBlock.parse(text);
    if (block == null) {
      throw spot.malformed("has an address that cannot be read", "Write 10.0.0.1 or 2001:db8::1");
    }
    return new InBlock(text, block, Rules.EVENTBRIDGE);
  }

  private Condition anythingBut(@Nullable Object value) {
    if (value instanceof Members object) {
      Member only = only(object);
      spot.enter(only.name());
      List<Condition> excluded = new ArrayList<>();
      List<?> texts = only.value() instanceof List<?> list ? list : one(only.value());
      requireSome(texts);
      boolean recent = only.name().equals("wildcard") || only.value() instanceof List;
      if (orIsField && recent && !only.name().equals("equals-ignore-case")) {
        throw unknownToAnythingBut();
      }
      for (Object text : texts) {
        excluded.addAll(withWhole(excluded(only.name(), text)));
      }
      spot.leave();
      return new AnythingBut(excluded);
    }
    return new AnythingBut(List.of(literals(value instanceof List<?> list ? list : one(value))));
  }

  private void requireSome(List<?> excluded) {
    if (excluded.isEmpty()) {
      throw spot.malformed("excludes nothing", "List what the field must not be");
    }
  }

  private static List<@Nullable Object> one(@Nullable Object value) {
    List<@Nullable Object> list = new ArrayList<>(1);
    list.add(value);
    return list;
  }

  private Condition excluded(String operator, @Nullable Object value) {
    Part part;
    switch (operator) {
      case "equals-ignore-case" -> {
        return folded(Part.WHOLE_IGNORE_CASE, value);
      }
      case "prefix" -> part = Part.PREFIX;
      case "suffix" -> part = Part.SUFFIX;
      case "wildcard" -> {
        return wildcard(value);
      }
      default -> throw unknownToAnythingBut();
    }
    String text = text(value);
    if (text.isEmpty()) {
      throw spot.malformed("excludes everything with an empty text", "Leave it out");
    }
    return new Affix(part, text);
  }

  private ConfigurationException unknownToAnythingBut() {
    return spot.malformed(
        "has an operator that anything-but does not take",
        "Use equals-ignore-case, prefix, suffix or wildcard");
  }

  private Condition literals(List<?> values) {
    requireSome(values);
    boolean numbers = values.get(0) instanceof Number;
    for (Object value : values) {
      if (numbers ? !(value instanceof Number) : !(value instanceof String)) {
        throw spot.malformed("excludes something else than texts only or numbers only", "Split it");
      }
      if (value instanceof Number number) {
        decimal(number);
      }
    }
    return Equal.to(Path.ofName(""), values.toArray());
  }

  private Condition numeric(@Nullable Object value) {
    if (!(value instanceof List<?> terms) || (terms.size() != 2 && terms.size() != 4)) {
      throw spot.malformed(
          "has a numeric that is no list of two or four", "Write [\">\", 0, \"<=\", 5]");
    }
    BigDecimal first = number(terms.get(1));
    if (terms.size() == 4) {
      return between(terms, first, number(terms.get(3)));
    }
    return switch (text(terms.get(0))) {
      case "=" -> equal(first);
      case ">" -> new Range(open(first, MAX, false), null, Rules.EVENTBRIDGE);
      case ">=" -> new Range(open(first, MAX, true), null, Rules.EVENTBRIDGE);
      case "<" -> new Range(null, open(first, MAX.negate(), false), Rules.EVENTBRIDGE);
      case "<=" -> new Range(null, open(first, MAX.negate(), true), Rules.EVENTBRIDGE);
      default -> throw spot.malformed("has an unknown comparison", "Use =, <, <=, > or >=");
    };
  }

  /** The only end of a range; the engine has no range that begins where numbers end. */
  private Bound open(BigDecimal value, BigDecimal last, boolean included) {
    if (value.compareTo(last) == 0) {
      throw spot.malformed("has a range that begins at the last number of all", "Use = instead");
    }
    return new Bound(value, included);
  }

  private Condition between(List<?> terms, BigDecimal lower, BigDecimal upper) {
    String from = text(terms.get(0));
    String to = text(terms.get(2));
    boolean fromBelow = from.equals(">") || from.equals(">=");
    boolean toAbove = to.equals("<") || to.equals("<=");
    if (!fromBelow || !toAbove) {
      throw spot.malformed(
          "has a range that is not from below to above", "Write [\">\", 0, \"<\", 5]");
    }
    if (lower.compareTo(upper) >= 0) {
      throw spot.malformed("has a range whose lower end is not below its upper one", "Swap them");
    }
    return new Range(
        new Bound(lower, from.equals(">=")), new Bound(upper, to.equals("<=")), Rules.EVENTBRIDGE);
  }

  private BigDecimal number(@Nullable Object value) {
    if (value instanceof Number number) {
      return decimal(number);
    }
    throw spot.malformed("compares with something that is no number", "Write a number");
  }

  private BigDecimal decimal(Number number) {
    @Nullable BigDecimal exact = Bounds.isDouble(number) ? Values.exact(number) : null;
    if (exact == null) {
      throw spot.malformed("has a number that no double holds", "Use at most 15 digits");
    }
    return exact;
  }
}
