package dev.eventprocessor.event;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries, decoded as far as it can be without guessing: JSON as plain values, text
 * as text, everything else as bytes. Immutable.
 *
 * <p>Where the sender declares JSON that is none, the content stays as it came and {@link #error}
 * says why. Where nothing is declared, content that begins as a JSON map or list does is treated
 * so, too, and everything else is text: a message that says {@code 12} or {@code "hi"} is that
 * text.
 */
public final class Content {

  private final @Nullable Object value;
  private final @Nullable String type;
  private final @Nullable String error;

  private Content(@Nullable Object value, @Nullable String type, @Nullable String error) {
    this.value = value;
    this.type = type;
    this.error = error;
  }

  /** Content that the provider has decoded already. */
  public static Content of(@Nullable Object value) {
    return new Content(value, null, null);
  }

  /**
   * Decodes text.
   *
   * @param text as it came
   * @param type the media type that the sender declares; null when none is declared
   */
  public static Content decode(String text, @Nullable String type) {
    boolean declared = type != null && isJson(type);
    if (!declared && (type != null || !looksLikeJson(text))) {
      return new Content(text, type, null);
    }
    try {
      return new Content(Json.read(text), type, null);
    } catch (InvalidEventException notJson) {
      return new Content(text, type, notJson.getMessage());
    }
  }

  /**
   * Decodes bytes: JSON and text as {@link #decode(String, String)} has it, where they are UTF-8.
   *
   * @param bytes as they came
   * @param type the media type that the sender declares; null when none is declared
   */
  public static Content decode(byte[] bytes, @Nullable String type) {
    if (type != null && !isJson(type) && !isText(type)) {
      return new Content(bytes, type, null);
    }
    @Nullable String text = utf8(bytes);
    if (text != null && (type != null || isPrintable(text))) {
      return decode(text, type);
    }
    return new Content(
        bytes,
        type,
        type == null ? null : "The content is declared to be JSON or text but is not UTF-8.");
  }

  /** The content; bytes or text as they came where it did not decode. */
  public @Nullable Object value() {
    return value;
  }

  /** The declared media type; null when none is declared. */
  public @Nullable String type() {
    return type;
  }

  /** Why it did not decode, without a word of what it holds; null when it did. */
  public @Nullable String error() {
    return error;
  }

  /** {@code application/json}, {@code text/json} and everything that ends in {@code +json}. */
  private static boolean isJson(String type) {
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).trim();
    int length = bare.length();
    return bare.regionMatches(true, length - 5, "/json", 0, 5)
        || bare.regionMatches(true, length - 5, "+json", 0, 5);
  }

  private static boolean isText(String type) {
    return type.regionMatches(true, 0, "text/", 0, 5);
  }

  private static boolean looksLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** Bytes that nobody declared are text only without control characters. */
  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
