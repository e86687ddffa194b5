package dev.eventprocessor.internal;

import dev.eventprocessor.ErrorId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON with every member of every object, in the order written, also where two have one name: a map
 * would keep one of them only. Numbers are {@link BigInteger} where they are written without
 * fraction and exponent, else {@link BigDecimal}.
 */
public final class JsonTree extends JsonReader {

  private static final int MAX_DEPTH = 100;

  private JsonTree(String json) {
    super(json.getBytes(StandardCharsets.UTF_8), MAX_DEPTH);
  }

  /**
   * An object.
   *
   * @param all its members
   */
  public record Members(List<Member> all) {}

  /**
   * One member of an object.
   *
   * @param name its name
   * @param value {@link Members}, {@code List}, {@code String}, {@code Number}, {@code Boolean} or
   *     null
   */
  public record Member(String name, @Nullable Object value) {}

  /** That a text is not JSON, or too much of it; the message goes on with what the text is. */
  public static final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotJsonException(String message) {
      super(message);
    }
  }

  /**
   * Reads one text.
   *
   * @throws NotJsonException when it is not JSON; the message says why and where
   */
  public static @Nullable Object parse(String json) {
    return new JsonTree(json).read();
  }

  @Override
  protected Object object(int depth) {
    List<Member> members = new ArrayList<>();
    if (begins('}')) {
      do {
        members.add(new Member(name(), value(depth)));
      } while (continues('}'));
    }
    return new Members(members);
  }

  @Override
  protected Object number() {
    int from = mark();
    super.number();
    String text = textFrom(from);
    boolean whole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    return whole ? new BigInteger(text) : new BigDecimal(text);
  }

  @Override
  protected RuntimeException refused(ErrorId id, String what, String advice) {
    return new NotJsonException(what);
  }
}
