package dev.eventprocessor.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.eventprocessor.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON of which nothing is lost: bytes are {@code {"$bytes": "BASE64"}}, and an
 * event may be a few levels deeper than the payload that it holds. Stateless.
 */
final class EventJson {

  static final String BYTES = "$bytes";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private EventJson() {}

  /** A generator of one text in UTF-8; closing it leaves the stream open. */
  static JsonGenerator generator(OutputStream output) throws IOException {
    return FACTORY.createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** The value in one line. */
  static String text(@Nullable Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = generator(bytes)) {
      write(json, value);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(json, map);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(json, number);
    } else if (value instanceof byte[] bytes) {
      json.writeStartObject();
      json.writeBinaryField(BYTES, bytes);
      json.writeEndObject();
    } else {
      throw new InputException("An event holds a " + value.getClass().getName() + ".");
    }
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeNumber(JsonGenerator json, Number number) throws IOException {
    if (number instanceof Double || number instanceof Float) {
      json.writeNumber(number.doubleValue());
    } else if (number instanceof BigDecimal || number instanceof BigInteger) {
      json.writeNumber(number.toString());
    } else {
      json.writeNumber(number.longValue());
    }
  }

  /** Writes members of an object. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes what is asked of an event. */
  interface EventBody {
    void write(JsonGenerator json, Event event) throws IOException;
  }

  /** An answer in a line of its own, for a file; the whole line, or nothing. */
  static void print(PrintStream output, String file, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator line = generator(bytes)) {
      line.writeStartObject();
      line.writeStringField("id", file);
      body.write(line);
      line.writeEndObject();
      line.writeRaw('\n');
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail", e);
    }
    output.writeBytes(bytes.toByteArray());
  }

  /**
   * The members that tell what is in a payload: a list with something of each event, or {@code
   * error}.
   */
  static void writeInspection(
      JsonGenerator json, String list, Inspector.Inspection inspection, EventBody body)
      throws IOException {
    if (inspection.events().isEmpty() && !inspection.rejected().isEmpty()) {
      writeFault(json, inspection.rejected().get(0).fault());
      return;
    }
    json.writeArrayFieldStart(list);
    for (Event event : inspection.events()) {
      body.write(json, event);
    }
    json.writeEndArray();
    if (!inspection.rejected().isEmpty()) {
      json.writeArrayFieldStart("rejected");
      for (Inspector.Rejected rejected : inspection.rejected()) {
        json.writeStartObject();
        writeFault(json, rejected.fault());
        json.writeFieldName("raw");
        write(json, rejected.event().get("raw"));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  /** The members that tell an event from its neighbours. */
  static void writeHeadline(JsonGenerator json, Event event) throws IOException {
    json.writeFieldName("event");
    write(json, event.get("id"));
    json.writeFieldName("trigger");
    write(json, event.get("trigger"));
  }

  /** The member {@code error}. */
  static void writeFault(JsonGenerator json, Fault fault) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("id", fault.id());
    json.writeStringField("message", fault.message());
    json.writeEndObject();
  }
}
