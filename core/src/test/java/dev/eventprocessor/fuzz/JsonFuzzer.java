package dev.eventprocessor.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.internal.Values;
import dev.eventprocessor.json.JacksonReading;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document in JSON. It is read as Jackson reads it or refused as Jackson refuses it, by whichever
 * way it comes; what was read is written, and read again as the same.
 */
public final class JsonFuzzer {

  private static final Set<ErrorId> REFUSALS =
      EnumSet.of(
          ErrorId.PAYLOAD_EMPTY,
          ErrorId.PAYLOAD_NOT_JSON,
          ErrorId.PAYLOAD_TOO_DEEP,
          ErrorId.PAYLOAD_TOO_LARGE);

  private static final JsonLimits TIGHT = new JsonLimits(100, 3);

  /** Stands before a document in which something is wrong, and must not be seen in the message. */
  private static final byte[] BEFORE =
      ("{\"" + Canary.TEXT + "\": [\"" + Canary.TEXT + "\", " + Canary.NUMBER + ", ")
          .getBytes(UTF_8);

  private JsonFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the document is JSON. */
  static boolean check(byte[] document) {
    JacksonReading.assertSame(document);
    read(document, TIGHT);
    byte[] within = new byte[BEFORE.length + document.length];
    System.arraycopy(BEFORE, 0, within, 0, BEFORE.length);
    System.arraycopy(document, 0, within, BEFORE.length, document.length);
    read(within, JsonLimits.DEFAULT);
    assertDecodes(document);

    @Nullable Object value = read(document, JsonLimits.DEFAULT);
    if (value instanceof InvalidEventException) {
      return false;
    }
    byte[] written = Json.write(value);
    @Nullable Object again = Json.read(written);
    assertTrue(Values.equal(value, again), () -> new String(written, UTF_8));
    assertEquals(Values.hash(value), Values.hash(again));
    assertArrayEquals(written, Json.write(again));
    assertTrue(Values.equal(value, Json.read(new String(document, UTF_8))));
    return true;
  }

  /** What is read, or the refusal. Streams and arrays are read in the same way. */
  private static @Nullable Object read(byte[] document, JsonLimits limits) {
    @Nullable Object value;
    try {
      value = Json.read(document, limits);
    } catch (InvalidEventException refused) {
      value = refused;
    }
    @Nullable Object streamed;
    try {
      streamed = Json.read(new ByteArrayInputStream(document), limits);
    } catch (InvalidEventException refused) {
      streamed = refused;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (value instanceof InvalidEventException refused) {
      assertTrue(REFUSALS.contains(refused.id()), () -> "" + refused.id());
      Input.assertShort(refused);
      Canary.assertNotIn(refused);
      assertEquals(
          refused.getMessage(),
          streamed instanceof InvalidEventException same ? same.getMessage() : "no refusal");
    } else {
      assertTrue(Values.equal(value, streamed));
    }
    return value;
  }

  /** A message's content that does not decode stays as it came, but for a mark before it. */
  private static void assertDecodes(byte[] document) {
    for (@Nullable String type : new @Nullable String[] {null, "application/json", "image/png"}) {
      Content content = Content.decode(document, type);
      @Nullable String error = content.error();
      if (error != null) {
        Canary.assertNotIn(error);
        String kept =
            content.value() instanceof byte[] bytes
                ? new String(bytes, ISO_8859_1)
                : new String(((String) content.value()).getBytes(UTF_8), ISO_8859_1);
        assertTrue(new String(document, ISO_8859_1).endsWith(kept));
      }
    }
  }
}
