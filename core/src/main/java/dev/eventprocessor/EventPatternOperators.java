package dev.eventprocessor;

import dev.eventprocessor.Condition.AnythingBut;
import dev.eventprocessor.Condition.Equal;
import dev.eventprocessor.Condition.Presence;
import dev.eventprocessor.Condition.Range;
import dev.eventprocessor.Condition.Written;
import dev.eventprocessor.TextCondition.Affix;
import dev.eventprocessor.TextCondition.Affix.Part;
import dev.eventprocessor.TextCondition.InBlock;
import dev.eventprocessor.TextCondition.Like;
import dev.eventprocessor.internal.AddressBlock;
import dev.eventprocessor.internal.Bounds;
import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.IpAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes conditions as EventBridge patterns have them, as far as those can say them. */
final class EventPatternOperators {

  private EventPatternOperators() {}

  /** The alternatives of a field that say the same as a condition. */
  static List<Object> of(Condition condition, Filter filter) {
    if (condition instanceof Equal equal) {
      return literals(equal, filter);
    }
    if (condition instanceof Written written) {
      return List.of(written.number());
    }
    if (condition instanceof InBlock in && isSingle(in)) {
      return List.of(in.block().substring(0, in.block().indexOf('/')));
    }
    return List.of(operator(condition, filter));
  }

  private static boolean isSingle(InBlock in) {
    @Nullable AddressBlock block = AddressBlock.parse(in.block());
    return block != null && block.isSingle();
  }

  private static List<Object> literals(Equal equal, Filter filter) {
    List<@Nullable Object> literals = new ArrayList<>();
    for (Object literal : equal.literals()) {
      if (literal instanceof List || literal instanceof Map || literal instanceof byte[]) {
        throw unsupported(filter, "a pattern compares with text, numbers, booleans and null only");
      }
      if (literal instanceof Number number && !Bounds.isDouble(number)) {
        throw unsupported(filter, "a pattern compares with numbers that a double holds");
      }
      literals.add(
          literal instanceof String text && IpAddresses.parse(text) != null
              ? Map.of("exactly", text)
              : literal);
    }
    return literals;
  }

  private static Object operator(Condition condition, Filter filter) {
    if (condition instanceof Presence presence) {
      return exists(presence == Presence.PRESENT);
    }
    if (condition instanceof Affix text) {
      requireSame(text, filter);
      return text(text);
    }
    if (condition instanceof Like like) {
      return Map.of("wildcard", like.pattern());
    }
    if (condition instanceof InBlock in) {
      return Map.of("cidr", in.block());
    }
    if (condition instanceof Range range) {
      return numeric(range, filter);
    }
    if (condition instanceof AnythingBut but) {
      return anythingBut(but, filter);
    }
    throw unsupported(filter, "a pattern has no operator for it");
  }

  /** Refuses texts of ours that mean something else in a pattern. */
  private static void requireSame(Affix affix, Filter filter) {
    if (affix.isOpenEndQuoted() && !(filter instanceof EventPattern)) {
      throw unsupported(filter, "a pattern takes a quote at this end for the end of the text");
    }
    boolean exact = affix.part() == Part.PREFIX || affix.part() == Part.SUFFIX;
    for (int i = 0; i < affix.text().length() && !exact; i++) {
      if (Character.isSurrogate(affix.text().charAt(i))) {
        throw unsupported(filter, "a pattern folds no character beyond U+FFFF");
      }
    }
  }

  private static Object exists(boolean present) {
    return Map.of("exists", present);
  }

  private static Object text(Affix text) {
    return switch (text.part()) {
      case PREFIX -> Map.of("prefix", text.text());
      case SUFFIX -> Map.of("suffix", text.text());
      case WHOLE_IGNORE_CASE -> ignoringCase(text);
      case PREFIX_IGNORE_CASE -> Map.of("prefix", ignoringCase(text));
      case SUFFIX_IGNORE_CASE -> Map.of("suffix", ignoringCase(text));
    };
  }

  private static Object ignoringCase(Affix text) {
    return Map.of("equals-ignore-case", text.text());
  }

  private static Object numeric(Range range, Filter filter) {
    List<Object> terms = new ArrayList<>(4);
    addTerm(terms, range.lower(), ">", filter);
    addTerm(terms, range.upper(), "<", filter);
    if (terms.size() == 4 && terms.get(1).equals(terms.get(3))) {
      return Map.of("numeric", List.of("=", terms.get(1)));
    }
    return Map.of("numeric", terms);
  }

  private static void addTerm(
      List<Object> terms, Condition.@Nullable Bound bound, String sign, Filter filter) {
    if (bound == null) {
      return;
    }
    if (!Bounds.isDouble(bound.value())) {
      throw unsupported(filter, "a pattern compares with numbers that a double holds");
    }
    terms.add(bound.included() ? sign + "=" : sign);
    terms.add(bound.value());
  }

  private static Object anythingBut(AnythingBut but, Filter filter) {
    List<Object> excluded = new ArrayList<>();
    @Nullable String operator = null;
    for (Condition condition : but.excluded()) {
      String own = excluded(condition, excluded, filter);
      if (operator != null && !operator.equals(own)) {
        throw unsupported(filter, "a pattern excludes by one kind of condition at a time");
      }
      operator = own;
    }
    Object all = excluded.size() == 1 ? excluded.get(0) : excluded;
    return Map.of(
        "anything-but", operator == null || operator.isEmpty() ? all : Map.of(operator, all));
  }

  /** Adds what is excluded, and tells by which operator; by none for plain values. */
  private static String excluded(Condition condition, List<Object> excluded, Filter filter) {
    if (condition instanceof Equal equal) {
      for (Object literal : equal.literals()) {
        if (literal == null || !isExcludable(literal, excluded)) {
          throw unsupported(filter, "a pattern excludes texts only, or numbers only");
        }
        excluded.add(literal);
      }
      return "";
    }
    if (condition instanceof Like like) {
      excluded.add(like.pattern());
      return "wildcard";
    }
    if (condition instanceof Affix text) {
      requireSame(text, filter);
      if (text.part() == Part.PREFIX_IGNORE_CASE || text.part() == Part.SUFFIX_IGNORE_CASE) {
        throw unsupported(filter, "a pattern does not exclude a part in whatever case");
      }
      excluded.add(text.text());
      return text.part() == Part.PREFIX
          ? "prefix"
          : text.part() == Part.SUFFIX ? "suffix" : "equals-ignore-case";
    }
    throw unsupported(filter, "a pattern does not exclude that");
  }

  private static boolean isExcludable(Object literal, List<Object> others) {
    if (literal instanceof String) {
      return others.isEmpty() || others.get(0) instanceof String;
    }
    return literal instanceof Number number
        && Bounds.isDouble(number)
        && (others.isEmpty() || others.get(0) instanceof Number);
  }

  /** That a part of a filter has no counterpart in patterns. */
  static ConfigurationException unsupported(Object what, String why) {
    return new ConfigurationException(
        ErrorId.EVENT_PATTERN_UNSUPPORTED,
        Excerpt.of(what.toString())
            + " cannot be written as an event pattern: "
            + why
            + ". Filter on it in the function.",
        null);
  }
}
