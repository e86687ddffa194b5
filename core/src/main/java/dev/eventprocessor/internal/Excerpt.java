package dev.eventprocessor.internal;

/** What a message shows of a text that may be of any length. */
public final class Excerpt {

  private static final int MAX_LENGTH = 300;

  private Excerpt() {}

  /** The text, or its beginning and three dots. */
  public static String of(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return text.substring(0, end) + "...";
  }
}
