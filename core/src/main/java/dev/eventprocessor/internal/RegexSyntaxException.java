package dev.eventprocessor.internal;

/** A pattern that cannot be read. The message says where, why, and what to write instead. */
public final class RegexSyntaxException extends Exception {

  RegexSyntaxException(String pattern, int at, String what) {
    super(
        "The pattern \""
            + Excerpt.of(pattern)
            + "\" cannot be read at character "
            + (at + 1)
            + ": "
            + what);
  }
}
