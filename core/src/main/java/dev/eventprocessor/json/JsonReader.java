package dev.eventprocessor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text into plain values, with jackson-core's streaming parser. */
final class JsonReader {

  /** As many significant digits as every double holds exactly. */
  private static final int EXACT_DIGITS = 15;

  private static final int MAX_NUMBER_LENGTH = 1000;

  /** Ours are the limits on size and depth; the parser's own stand where we have none. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonLimits limits;

  JsonReader(JsonLimits limits) {
    this.limits = limits;
  }

  @Nullable Object read(byte[] json) {
    if (isOtherThanUtf8(json)) {
      throw notJson("it is not in UTF-8", "from its first byte on");
    }
    try (JsonParser parser = FACTORY.createParser(json)) {
      @Nullable JsonToken first = parser.nextToken();
      if (first == null) {
        throw empty();
      }
      @Nullable Object value = value(parser, first, 0);
      if (parser.nextToken() != null) {
        throw notJson("there is something after the end of the value", parser);
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw numberTooLong();
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) { // Memory does not fail; whatever it is, its words may quote the text.
      throw notJson("it cannot be read", place(null));
    }
  }

  /** JSON in UTF-16 or UTF-32 begins with such a byte, and none in UTF-8 does. */
  private static boolean isOtherThanUtf8(byte[] json) {
    for (int i = 0; i < 4 && i < json.length; i++) {
      if (json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object value(JsonParser parser, JsonToken token, int depth) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser, deeper(parser, depth));
      case START_ARRAY -> array(parser, deeper(parser, depth));
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      default -> throw notJson("a value is missing", parser);
    };
  }

  private Map<String, @Nullable Object> object(JsonParser parser, int depth) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      object.put(key, value(parser, parser.nextToken(), depth));
    }
    return object;
  }

  private List<@Nullable Object> array(JsonParser parser, int depth) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(parser, token, depth));
    }
    return array;
  }

  private int deeper(JsonParser parser, int depth) {
    if (depth == limits.maxDepth()) {
      throw new InvalidEventException(
          ErrorId.PAYLOAD_TOO_DEEP,
          "The payload nests maps and lists deeper than "
              + limits.maxDepth()
              + " levels, the most that is read, "
              + place(parser.currentLocation())
              + ". Flatten it at the sender.");
    }
    return depth + 1;
  }

  private static Number whole(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> new BigDecimal(parser.getBigIntegerValue());
    };
  }

  /** A double where it is exact in decimal, too. */
  private static Number fraction(JsonParser parser) throws IOException {
    BigDecimal exact = decimal(parser);
    if (exact.precision() <= EXACT_DIGITS) {
      double near = exact.doubleValue();
      if (Double.isFinite(near) && (Math.abs(near) >= Double.MIN_NORMAL || exact.signum() == 0)) {
        return near;
      }
    }
    return exact;
  }

  private static BigDecimal decimal(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) { // An exponent of ten digits; its message has the number.
      throw notJson("a number's exponent is out of all bounds", parser);
    }
  }

  private static InvalidEventException numberTooLong() {
    return new InvalidEventException(
        ErrorId.PAYLOAD_TOO_LARGE,
        "The payload has a number of more than "
            + MAX_NUMBER_LENGTH
            + " characters, the most that is read. Send it as text.");
  }

  private static InvalidEventException empty() {
    return new InvalidEventException(
        ErrorId.PAYLOAD_EMPTY,
        "The payload is empty; a JSON value was expected. Look at what invokes the function: it sends"
            + " no body.");
  }

  /** Not the parser's own words, nor it as the cause: they quote the text. */
  private static InvalidEventException notJson(JsonProcessingException e) {
    return notJson("it cannot be read", place(e.getLocation()));
  }

  private static InvalidEventException notJson(String what, JsonParser parser) {
    return notJson(what, place(parser.currentLocation()));
  }

  private static InvalidEventException notJson(String what, String place) {
    return new InvalidEventException(
        ErrorId.PAYLOAD_NOT_JSON,
        "The payload is not JSON: "
            + what
            + " "
            + place
            + ". Send JSON as RFC 8259 has it, in UTF-8.");
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null
        ? "at an unknown place"
        : "at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
