package dev.eventprocessor.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain values to types of the application, by jackson-databind. The only class that touches it,
 * and loaded only when a typed value is asked for, because the first use costs a cold JVM a quarter
 * of a second.
 *
 * <p>No module of Jackson's is searched for: what a type becomes must not depend on what some jar
 * brings along. The one for {@code java.time} is used where it is there.
 */
public final class TypedValues {

  private static final Object ABSENT = new Object();
  private static final int LONGEST_KEY = 60;
  private static final ObjectMapper MAPPER = mapper();

  private TypedValues() {}

  private static ObjectMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    SimpleModule finite = new SimpleModule();
    finite.addDeserializer(Double.class, new FiniteDouble(Double.class, null));
    finite.addDeserializer(Double.TYPE, new FiniteDouble(Double.TYPE, 0.0));
    finite.addDeserializer(Float.class, new FiniteFloat(Float.class, null));
    finite.addDeserializer(Float.TYPE, new FiniteFloat(Float.TYPE, 0.0f));
    builder.addModule(finite);
    try {
      Class<?> times = Class.forName("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule");
      builder.addModule((Module) times.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      return builder.build(); // Without it a type of java.time is told as one that cannot be read.
    }
    return builder.build();
  }

  /**
   * Makes the value into this type.
   *
   * @param path where the value stands in the event, for messages; empty for the event itself
   * @throws InvalidEventException {@code value-wrong-type}
   * @throws ConfigurationException {@code type-unreadable}
   */
  public static <T> T convert(@Nullable Object value, String path, Class<T> type) {
    @SuppressWarnings("unchecked") // Of a primitive, Jackson makes the object.
    T made = (T) read(value, path, MAPPER.constructType(type));
    return made;
  }

  /** Makes the value into a list with elements of this type; otherwise as {@link #convert}. */
  public static <T> List<T> convertList(@Nullable Object value, String path, Class<T> element) {
    @SuppressWarnings("unchecked") // As asked for.
    List<T> made =
        (List<T>)
            read(value, path, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
    return made;
  }

  /**
   * A record or class of the application as plain values.
   *
   * @throws InvalidEventException {@code answer-not-json}
   */
  public static @Nullable Object plain(Object value) {
    try {
      return MAPPER.convertValue(value, Object.class);
    } catch (IllegalArgumentException unreadable) { // Its message may quote the value.
      throw new InvalidEventException(
          ErrorId.ANSWER_NOT_JSON,
          "Jackson cannot write "
              + value.getClass().getName()
              + " as JSON. Answer with a record, or with maps, lists, text, numbers, booleans, bytes or"
              + " null; java.time needs com.fasterxml.jackson.datatype:jackson-datatype-jsr310.");
    }
  }

  private static Object read(@Nullable Object value, String path, JavaType type) {
    @Nullable Object made;
    try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
      write(value, tokens, 0);
      made = MAPPER.readValue(tokens.asParser(), type);
    } catch (InvalidDefinitionException e) {
      throw isOfArray(e) ? wrongType(e, value, path, type) : unreadable(e, type);
    } catch (JsonMappingException e) {
      throw wrongType(e, value, path, type);
    } catch (IOException e) { // A number out of the type's range, at the top.
      throw wrongType(path, expected(type.getRawClass()), found(value, type.getRawClass()));
    }
    if (made == null) {
      throw wrongType(path, expected(type.getRawClass()), found(value, type.getRawClass()));
    }
    return made;
  }

  /** Of text in the place of an array Jackson says that arrays cannot be made. They can. */
  private static boolean isOfArray(InvalidDefinitionException failure) {
    return failure.getType() != null && failure.getType().isArrayType();
  }

  private static void write(@Nullable Object value, JsonGenerator tokens, int depth)
      throws IOException {
    if (depth > JsonLimits.DEFAULT.maxDepth()) {
      throw new InvalidEventException(
          ErrorId.PAYLOAD_TOO_DEEP,
          "The event is nested deeper than "
              + JsonLimits.DEFAULT.maxDepth()
              + " levels, the most that is converted. Flatten it at the sender.");
    }
    if (value instanceof Map<?, ?> map) {
      tokens.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        tokens.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), tokens, depth + 1);
      }
      tokens.writeEndObject();
    } else if (value instanceof List<?> list) {
      tokens.writeStartArray();
      for (Object element : list) {
        write(element, tokens, depth + 1);
      }
      tokens.writeEndArray();
    } else {
      writeScalar(value, tokens);
    }
  }

  private static void writeScalar(@Nullable Object value, JsonGenerator tokens) throws IOException {
    if (value == null) {
      tokens.writeNull();
    } else if (value instanceof String text) {
      tokens.writeString(text);
    } else if (value instanceof Boolean truth) {
      tokens.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(number, tokens);
    } else if (value instanceof byte[] bytes) {
      tokens.writeBinary(bytes);
    } else {
      tokens.writeEmbeddedObject(value);
    }
  }

  /** 5.0 is 5: one cloud's runtime reads every number as a Double. */
  private static void writeNumber(Number number, JsonGenerator tokens) throws IOException {
    @Nullable BigDecimal exact = Values.exact(number);
    if (exact == null) {
      tokens.writeNumber(number.doubleValue());
    } else if (exact.precision() - (long) exact.scale() > 40) { // More digits than are any use.
      tokens.writeNumber(exact);
    } else if (exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0) {
      writeWhole(exact.toBigInteger(), tokens);
    } else {
      tokens.writeNumber(exact);
    }
  }

  private static void writeWhole(BigInteger whole, JsonGenerator tokens) throws IOException {
    if (whole.bitLength() < Long.SIZE) {
      tokens.writeNumber(whole.longValue());
    } else {
      tokens.writeNumber(whole);
    }
  }

  /** Jackson's own message may quote the event, and is not told. */
  private static InvalidEventException wrongType(
      JsonMappingException failure, @Nullable Object value, String path, JavaType type) {
    StringBuilder place = new StringBuilder(path);
    @Nullable Object at = value;
    for (JsonMappingException.Reference step : failure.getPath()) {
      @Nullable String key = step.getFieldName();
      if (key != null) {
        appendKey(place, key);
        at = at instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : ABSENT;
      } else if (step.getIndex() >= 0) {
        place.append('[').append(step.getIndex()).append(']');
        at =
            at instanceof List<?> list && step.getIndex() < list.size()
                ? list.get(step.getIndex())
                : ABSENT;
      }
    }
    return wrongType(place.toString(), expected(failure, type), found(at, target(failure)));
  }

  private static InvalidEventException wrongType(String place, String expected, String found) {
    return new InvalidEventException(
        ErrorId.VALUE_WRONG_TYPE,
        (place.isEmpty() ? "The event should be " : "The event should have ")
            + expected
            + (place.isEmpty() ? "" : " at \"" + place + "\"")
            + " but has "
            + found
            + ". Filter on what the processor reads, or mend the type or the sender.",
        place);
  }

  /** "Another number" where the kind is right and the value is not. */
  private static String found(@Nullable Object value, @Nullable Class<?> target) {
    if (value == ABSENT) {
      return "nothing there";
    }
    boolean isNumeric =
        target == null || target.isPrimitive() || Number.class.isAssignableFrom(target);
    if (value instanceof Number && isNumeric) {
      return "another number";
    }
    return value instanceof String && !isNumeric && target != Boolean.class
        ? "other text"
        : Json.typeOf(value);
  }

  /** As in a path; what a hostile key holds goes into no log as it is. */
  private static void appendKey(StringBuilder place, String key) {
    boolean isPlain = !key.isEmpty() && key.length() <= LONGEST_KEY;
    for (int i = 0; i < key.length() && isPlain; i++) {
      char c = key.charAt(i);
      isPlain = Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
    if (isPlain) {
      place.append(place.isEmpty() ? "" : ".").append(key);
      return;
    }
    place.append("['");
    for (int i = 0; i < Math.min(key.length(), LONGEST_KEY); i++) {
      char c = key.charAt(i);
      place.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    place.append(key.length() > LONGEST_KEY ? "..." : "").append("']");
  }

  private static String expected(JsonMappingException failure, JavaType type) {
    if (failure instanceof ValueInstantiationException refused) {
      @Nullable Throwable cause = refused.getCause();
      return "what the constructor of "
          + refused.getType().getRawClass().getSimpleName()
          + " takes (it threw "
          + (cause == null ? "an exception" : cause.getClass().getName())
          + ")";
    }
    @Nullable Class<?> target = target(failure);
    if (target == null && !failure.getPath().isEmpty()) {
      return "a number that its type can hold";
    }
    return expected(target == null ? type.getRawClass() : target);
  }

  private static @Nullable Class<?> target(JsonMappingException failure) {
    if (failure instanceof InvalidDefinitionException definition) {
      return definition.getType().getRawClass();
    }
    return failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
  }

  private static String expected(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (!type.isEnum()) {
      return "a value of type " + type.getSimpleName();
    }
    StringBuilder constants = new StringBuilder("one of ");
    Object[] all = type.getEnumConstants();
    for (int i = 0; i < all.length; i++) {
      constants.append(i == 0 ? "" : ", ").append(((Enum<?>) all[i]).name());
    }
    return constants.toString();
  }

  private static ConfigurationException unreadable(
      InvalidDefinitionException failure, JavaType asked) {
    JavaType type = failure.getType() == null ? asked : failure.getType();
    return new ConfigurationException(
        ErrorId.TYPE_UNREADABLE,
        "Jackson cannot make "
            + type.getRawClass().getName()
            + " out of JSON"
            + (type.equals(asked) ? "" : ", which " + asked.getRawClass().getName() + " holds")
            + ". Ask for a record, or a class with a public constructor without parameters or with"
            + " @JsonCreator; java.time needs com.fasterxml.jackson.datatype:jackson-datatype-jsr310"
            + " beside it. For anything else, convert event.get(...) with an ObjectMapper of your"
            + " own.",
        null);
  }

  /** Refuses what would silently become infinite. */
  private static final class FiniteDouble extends NumberDeserializers.DoubleDeserializer {
    FiniteDouble(Class<Double> type, @Nullable Double absent) {
      super(type, absent);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Double read = super.deserialize(parser, context);
      return read == null || Double.isFinite(read) ? read : tooLarge(Double.class, parser);
    }
  }

  /** As {@link FiniteDouble}. */
  private static final class FiniteFloat extends NumberDeserializers.FloatDeserializer {
    FiniteFloat(Class<Float> type, @Nullable Float absent) {
      super(type, absent);
    }

    @Override
    public Float deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      Float read = super.deserialize(parser, context);
      return read == null || Float.isFinite(read) ? read : tooLarge(Float.class, parser);
    }
  }

  private static <T> T tooLarge(Class<T> type, JsonParser parser) throws IOException {
    throw MismatchedInputException.from(parser, type, "too large");
  }
}
