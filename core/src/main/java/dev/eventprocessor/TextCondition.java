package dev.eventprocessor;

import dev.eventprocessor.internal.AddressBlock;
import dev.eventprocessor.internal.CaseFolded;
import dev.eventprocessor.internal.Excerpt;
import dev.eventprocessor.internal.LinearRegex;
import dev.eventprocessor.internal.RegexSyntaxException;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.internal.Wildcard;
import org.jspecify.annotations.Nullable;

/**
 * What a text has to be. A value that is no text satisfies none of these, but for {@link InBlock}
 * in an EventBridge pattern.
 */
public sealed interface TextCondition extends Condition {

  /** The value is text that equals, begins or ends with another. */
  final class Affix implements TextCondition {
    private final Part part;
    private final String text;
    private final @Nullable CaseFolded folded;

    Affix(Part part, String text) {
      this.part = part;
      this.text = text;
      this.folded = part == Part.PREFIX || part == Part.SUFFIX ? null : new CaseFolded(text);
    }

    /** What is compared, and how. */
    public enum Part {
      /** The beginning. */
      PREFIX("prefix"),
      /** The end. */
      SUFFIX("suffix"),
      /** All of it, in whatever case. */
      WHOLE_IGNORE_CASE("equalsIgnoreCase"),
      /** The beginning, in whatever case. */
      PREFIX_IGNORE_CASE("prefixIgnoreCase"),
      /** The end, in whatever case. */
      SUFFIX_IGNORE_CASE("suffixIgnoreCase");

      private final String word;

      Part(String word) {
        this.word = word;
      }
    }

    /** What is compared, and how. */
    public Part part() {
      return part;
    }

    /** What it is compared with. */
    public String text() {
      return text;
    }

    /** Whether a quote stands at the end beyond which a text may go on. */
    boolean isOpenEndQuoted() {
      return switch (part) {
        case PREFIX, PREFIX_IGNORE_CASE -> text.endsWith("\"");
        case SUFFIX, SUFFIX_IGNORE_CASE -> text.startsWith("\"");
        case WHOLE_IGNORE_CASE -> false;
      };
    }

    @Override
    public boolean test(@Nullable Object value) {
      if (!(value instanceof String found)) {
        return false;
      }
      if (folded == null) {
        return part == Part.PREFIX ? found.startsWith(text) : found.endsWith(text);
      }
      return part == Part.WHOLE_IGNORE_CASE
          ? folded.matches(found)
          : part == Part.PREFIX_IGNORE_CASE ? folded.begins(found) : folded.ends(found);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Affix same && part == same.part && text.equals(same.text);
    }

    @Override
    public int hashCode() {
      return 31 * text.hashCode() + part.word.hashCode();
    }

    @Override
    public String on(String path) {
      return part.word + "(" + path + ", " + Values.text(text) + ")";
    }
  }

  /** The value is text that fits a text with stars. */
  final class Like implements TextCondition {
    private final String pattern;
    private final Wildcard wildcard;

    /** Takes a pattern without a {@link Wildcard#problem}. */
    Like(String pattern) {
      this.pattern = pattern;
      this.wildcard = Wildcard.of(pattern);
    }

    /** The text with stars. */
    public String pattern() {
      return pattern;
    }

    @Override
    public boolean test(@Nullable Object value) {
      return value instanceof String text && wildcard.matches(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Like like && pattern.equals(like.pattern);
    }

    @Override
    public int hashCode() {
      return pattern.hashCode();
    }

    @Override
    public String on(String path) {
      return "wildcard(" + path + ", " + Values.text(pattern) + ")";
    }
  }

  /** The value is text that a regular expression matches as a whole. */
  final class Matches implements TextCondition {
    private final LinearRegex regex;

    private Matches(LinearRegex regex) {
      this.regex = regex;
    }

    /**
     * Reads the pattern of a filter on a path.
     *
     * @throws ConfigurationException {@code filter-malformed}
     */
    static Matches compile(String path, String pattern) {
      try {
        return new Matches(LinearRegex.compile(pattern));
      } catch (RegexSyntaxException e) {
        throw new ConfigurationException(
            ErrorId.FILTER_MALFORMED,
            "matches(\"" + Excerpt.of(path) + "\", ...): " + e.getMessage(),
            null);
      }
    }

    /** The regular expression. */
    public String pattern() {
      return regex.toString();
    }

    /** The text that every match begins with; empty where there is none. */
    public String requiredPrefix() {
      return regex.requiredPrefix();
    }

    @Override
    public boolean test(@Nullable Object value) {
      return value instanceof String text && regex.matches(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Matches same && regex.equals(same.regex);
    }

    @Override
    public int hashCode() {
      return regex.hashCode();
    }

    @Override
    public String on(String path) {
      return "matches(" + path + ", " + Values.text(pattern()) + ")";
    }
  }

  /**
   * The value is text that is an internet address of this block; in an EventBridge pattern also a
   * number whose digits lie in it, because EventBridge's engine compares digits.
   */
  final class InBlock implements TextCondition {
    private final String block;
    private final Rules rules;
    private final AddressBlock addresses;

    InBlock(String block, AddressBlock addresses, Rules rules) {
      this.block = block;
      this.addresses = addresses;
      this.rules = rules;
    }

    /** The block: an address, a slash, the number of its leading bits. */
    public String block() {
      return block;
    }

    /** How addresses of two families compare. */
    public Rules rules() {
      return rules;
    }

    @Override
    public boolean test(@Nullable Object value) {
      if (value instanceof String text) {
        return rules == Rules.OWN ? addresses.contains(text) : addresses.containsDigits(text);
      }
      return rules == Rules.EVENTBRIDGE
          && value instanceof Number number
          && addresses.containsDigits(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof InBlock same && rules == same.rules && block.equals(same.block);
    }

    @Override
    public int hashCode() {
      return block.hashCode();
    }

    @Override
    public String on(String path) {
      return "cidr(" + path + ", \"" + block + "\")";
    }
  }
}
