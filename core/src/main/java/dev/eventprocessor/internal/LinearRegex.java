package dev.eventprocessor.internal;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression that takes no more time than the text's length times the pattern's size,
 * whatever either is. Immutable and thread-safe.
 *
 * <p>It means what {@code java.util.regex} means by it, as long as the whole text is matched:
 * characters, {@code .}, {@code [a-z]}, {@code [^a-z]}, {@code \d \D \w \W \s \S}, groups,
 * alternatives, {@code * + ?} and {@code {m,n}} (lazy or not is the same here), {@code \t \n \r},
 * {@code \}{@code uXXXX}, {@code \x{...}}, a backslash before punctuation, and {@code (?i)} at the
 * beginning for any case of any script. What cannot be had in linear time, or means nothing for a
 * whole text, is refused.
 */
public final class LinearRegex {

  private final String pattern;
  private final RegexProgram program;

  private LinearRegex(String pattern, RegexProgram program) {
    this.pattern = pattern;
    this.program = program;
  }

  /**
   * Reads a pattern.
   *
   * @throws RegexSyntaxException naming the place, what is wrong there, and what to write instead
   */
  public static LinearRegex compile(String pattern) throws RegexSyntaxException {
    return new LinearRegex(pattern, new RegexParser(pattern).program());
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return program.matches(text);
  }

  /** The text with which every match begins, as far as the pattern shows it; empty if none. */
  public String requiredPrefix() {
    return program.requiredPrefix();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinearRegex regex && pattern.equals(regex.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /** The pattern. */
  @Override
  public String toString() {
    return pattern;
  }
}
