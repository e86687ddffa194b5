package dev.eventprocessor.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON with every member of every object, in the order written, also where two have one name: a map
 * would keep one of them only. Numbers are {@link java.math.BigInteger} where they are written
 * without fraction and exponent, else {@link java.math.BigDecimal}.
 */
public final class JsonTree {

  private static final int MAX_DEPTH = 100;

  private JsonTree() {}

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

  /** That a text is not JSON; the message says where. */
  public static final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1;

    NotJsonException(String message) {
      super(message);
    }
  }

  /** Reads one text. */
  public static @Nullable Object parse(String json) throws NotJsonException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      @Nullable Object value = value(parser, parser.nextToken(), 0);
      if (parser.nextToken() != null) {
        throw new NotJsonException("there is something after its end, " + place(parser));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new NotJsonException("it cannot be read " + place(e.getLocation()));
    } catch (IOException | NumberFormatException e) {
      throw new NotJsonException("it cannot be read");
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, int depth)
      throws IOException, NotJsonException {
    if (token == null) {
      throw new NotJsonException("it ends too early");
    }
    if (depth > MAX_DEPTH) {
      throw new NotJsonException("it is nested deeper than " + MAX_DEPTH + " levels");
    }
    return switch (token) {
      case START_OBJECT -> members(parser, depth + 1);
      case START_ARRAY -> list(parser, depth + 1);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> throw new NotJsonException("a value is missing " + place(parser));
    };
  }

  private static Members members(JsonParser parser, int depth)
      throws IOException, NotJsonException {
    List<Member> members = new ArrayList<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.add(new Member(name, value(parser, parser.nextToken(), depth)));
    }
    return new Members(members);
  }

  private static List<@Nullable Object> list(JsonParser parser, int depth)
      throws IOException, NotJsonException {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token, depth));
    }
    return list;
  }

  private static String place(JsonParser parser) {
    return place(parser.currentLocation());
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : "at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
