package dev.eventprocessor.event;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries, decoded as far as it can be without guessing: JSON as plain values, text
 * as text, everything else as bytes.
 *
 * <p>It is decoded when {@link #value} or {@link #error} is first asked for, and once, whatever the
 * number of threads that ask: an event that is routed by its attributes never pays for it.
 * Thread-safe; only the first to ask takes a lock.
 *
 * <p>Where the sender declares JSON that is none, the content stays as it came and {@link #error}
 * says why. Where nothing is declared, content that begins as a JSON map or list does is treated
 * so, too, and everything else is text: a message that says {@code 12} or {@code "hi"} is that
 * text.
 */
public final class Content {

  /** The byte order mark. */
  private static final char MARK = '\ufeff';

  private final @Nullable String type;

  /** The text or the bytes it is decoded from, to look into; null where there is neither. */
  private final @Nullable Object encoded;

  /** Null once it is decoded; written last, so that who reads null sees the two below. */
  private volatile @Nullable Supplier<Content> pending;

  private @Nullable Object value;
  private @Nullable String error;

  private Content(@Nullable Object value, @Nullable String type, @Nullable String error) {
    this.value = value;
    this.type = type;
    this.error = error;
    this.encoded = null;
  }

  private Content(@Nullable String type, @Nullable Object encoded, Supplier<Content> pending) {
    this.type = type;
    this.encoded = encoded;
    this.pending = pending;
  }

  /** Content that the provider has decoded already. */
  public static Content of(@Nullable Object value) {
    return of(value, null);
  }

  /** Content that the provider has decoded already, with the media type that it declares. */
  public static Content of(@Nullable Object value, @Nullable String type) {
    return new Content(value, type, null);
  }

  /** Content that did not decode: what came, and why. */
  public static Content failed(Object encoded, @Nullable String type, String error) {
    return new Content(encoded, type, error);
  }

  /**
   * Content in a form of the provider's own.
   *
   * @param type the media type that the sender declares; null when none is declared
   * @param decoder decodes it when it is asked for; it tells what does not decode with {@link
   *     #failed} and does not throw
   */
  public static Content late(@Nullable String type, Supplier<Content> decoder) {
    return new Content(type, null, decoder);
  }

  /**
   * Text, to be decoded when it is asked for. The byte order mark that some put before JSON is left
   * out.
   *
   * @param text as it came
   * @param type the media type that the sender declares; null when none is declared
   */
  public static Content decode(String text, @Nullable String type) {
    boolean marked = text.length() > 1 && text.charAt(0) == MARK && begins(text.substring(1, 2));
    String unmarked = marked ? text.substring(1) : text;
    return type == null && !begins(unmarked)
        ? of(unmarked, null)
        : new Content(type, unmarked, new TextDecoder(unmarked, type));
  }

  /**
   * Bytes, to be decoded when they are asked for: JSON and text as {@link #decode(String, String)}
   * has it, where they are UTF-8.
   *
   * @param bytes as they came
   * @param type the media type that the sender declares; null when none is declared
   */
  public static Content decode(byte[] bytes, @Nullable String type) {
    byte[] unmarked = isMarked(bytes) ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    return new Content(type, unmarked, new BytesDecoder(unmarked, type));
  }

  /** Whether it begins with the mark of UTF-8 and as a JSON map or list does. */
  private static boolean isMarked(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF
        && (bytes[3] == '{' || bytes[3] == '[');
  }

  /**
   * Bytes that the provider ships as base64 text, decoded as {@link #decode(byte[], String)} has
   * it. Text that is no base64 stays as it came, and {@link #error} says so.
   *
   * @param base64 as it came
   * @param type the media type that the sender declares; null when none is declared
   */
  public static Content base64(String base64, @Nullable String type) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return failed(base64, type, "The content should be base64 but is not.");
    }
    return decode(bytes, type);
  }

  /** The content; bytes or text as they came where it did not decode. */
  public @Nullable Object value() {
    if (pending != null) {
      decode();
    }
    return value;
  }

  /** The declared media type; null when none is declared. */
  public @Nullable String type() {
    return type;
  }

  /** Why it did not decode, without a word of what it holds; null when it did. */
  public @Nullable String error() {
    if (pending != null) {
      decode();
    }
    return error;
  }

  /** Whether asking costs nothing any more. */
  boolean isDecoded() {
    return pending == null;
  }

  /**
   * A look that decodes nothing: whether this may be a map or list that holds one of the markers,
   * which are pieces of JSON text. Text and bytes are searched for them, a map or list may hold
   * everything, and a form of the provider's own that is not decoded yet nothing. No marker at all
   * is never held.
   *
   * @param markers each begins with a quotation mark and goes on, as names and texts do. Kept in an
   *     array by who looks often, so that a look allocates none
   * @throws IllegalArgumentException for a marker that does not begin so
   */
  public boolean mayHold(String... markers) {
    long seconds = seconds(markers);
    if (encoded instanceof String text) {
      return begins(text) && holdsOneOf(text, markers, seconds);
    }
    if (encoded instanceof byte[] bytes) {
      return begins(bytes) && holdsOneOf(bytes, markers, seconds);
    }
    return markers.length > 0
        && isDecoded()
        && (value instanceof Map<?, ?> || value instanceof List<?>);
  }

  /** The characters behind the quotation marks, of which a bit stands for each 64th. */
  private static long seconds(String[] markers) {
    long seconds = 0;
    for (String marker : markers) {
      if (marker.length() < 2 || marker.charAt(0) != '"') {
        throw new IllegalArgumentException("A marker begins with a quotation mark and goes on.");
      }
      seconds |= 1L << marker.charAt(1);
    }
    return seconds;
  }

  /** In one pass: a cold JVM is done sooner so than with a pass for each. */
  private static boolean holdsOneOf(String text, String[] markers, long seconds) {
    int last = text.length() - 2;
    for (int at = text.indexOf('"'); at >= 0 && at <= last; at = text.indexOf('"', at + 1)) {
      if ((seconds >>> text.charAt(at + 1) & 1) != 0) {
        for (String marker : markers) {
          if (text.startsWith(marker, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** In place: a copy as text would be as large as the content, which nobody may ever ask for. */
  private static boolean holdsOneOf(byte[] bytes, String[] markers, long seconds) {
    for (int at = 0; at < bytes.length - 1; at++) {
      if (bytes[at] == '"' && (seconds >>> bytes[at + 1] & 1) != 0) {
        for (String marker : markers) {
          if (isAt(bytes, at, marker)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int at, String marker) {
    int length = marker.length();
    if (length > bytes.length - at) {
      return false;
    }
    int same = 0;
    while (same < length && bytes[at + same] == marker.charAt(same)) {
      same++;
    }
    return same == length;
  }

  /** Whether this media type is one of text: {@code text/} everything, JSON, XML and forms. */
  public static boolean isText(String type) {
    return isJson(type) || isPlain(type);
  }

  /** Bytes of UTF-8 as text; null where they are none. */
  public static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private synchronized void decode() {
    @Nullable Supplier<Content> decoder = pending;
    if (decoder != null) {
      Content decoded = decoder.get();
      value = decoded.value();
      error = decoded.error();
      pending = null;
    }
  }

  /** {@code application/json}, {@code text/json} and everything that ends in {@code +json}. */
  private static boolean isJson(String type) {
    return isOf(type, "json");
  }

  private static boolean isOf(String type, String syntax) {
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).trim();
    int mark = bare.length() - syntax.length() - 1;
    return mark >= 0
        && (bare.charAt(mark) == '/' || bare.charAt(mark) == '+')
        && bare.regionMatches(true, mark + 1, syntax, 0, syntax.length());
  }

  /**
   * {@code text/} everything, XML, whose sender may have called it an application's, and forms,
   * which are encoded so that they are text.
   */
  private static boolean isPlain(String type) {
    return type.regionMatches(true, 0, "text/", 0, 5)
        || isOf(type, "xml")
        || isOf(type, "x-www-form-urlencoded");
  }

  /** As a JSON map or list does. */
  private static boolean begins(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  private static boolean begins(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  private static final class TextDecoder implements Supplier<Content> {
    private final String text;
    private final @Nullable String type;

    TextDecoder(String text, @Nullable String type) {
      this.text = text;
      this.type = type;
    }

    @Override
    public Content get() {
      boolean declared = type != null && isJson(type);
      if (!declared && (type != null || !begins(text))) {
        return of(text, type);
      }
      try {
        // As bytes: a look for halves of surrogate pairs would take as long as the reading.
        return of(Json.read(text.getBytes(StandardCharsets.UTF_8)), type);
      } catch (InvalidEventException notJson) {
        return new Content(text, type, notJson.getMessage());
      }
    }
  }

  private static final class BytesDecoder implements Supplier<Content> {
    private final byte[] bytes;
    private final @Nullable String type;

    BytesDecoder(byte[] bytes, @Nullable String type) {
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    public Content get() {
      if (type == null ? begins(bytes) : isJson(type)) {
        return json();
      }
      if (type != null && !isText(type)) {
        return of(bytes, type);
      }
      return text(null);
    }

    /** JSON is read as it came: in a text of its own it would be copied three times. */
    private Content json() {
      try {
        return of(Json.read(bytes), type);
      } catch (InvalidEventException notJson) {
        return text(notJson.getMessage());
      }
    }

    /**
     * What is not JSON.
     *
     * @param error what is wrong with it; null where nothing is, if it is text
     */
    private Content text(@Nullable String error) {
      @Nullable String text = utf8(bytes);
      if (text != null && (type != null || isPrintable(text))) {
        return new Content(text, type, error);
      }
      return new Content(
          bytes,
          type,
          type == null ? null : "The content is declared to be JSON or text but is not UTF-8.");
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
  }
}
