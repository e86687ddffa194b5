package dev.eventprocessor.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonStreamTest {

  @Test
  void aStreamIsReadToItsEnd() throws IOException {
    InputStream stream = new ByteArrayInputStream("{\"a\":1}".getBytes(UTF_8));

    assertEquals(Map.of("a", 1L), Json.read(stream, JsonLimits.DEFAULT));
  }

  @Test
  void aStreamThatDoesNotKnowItsLengthOrComesInPiecesIsReadToItsEnd() throws IOException {
    byte[] json = Json.write(List.of("x".repeat(30_000), "y"));
    for (int available : new int[] {0, 1, 5, 100_000}) {
      InputStream pieces =
          new ByteArrayInputStream(json) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
              return super.read(bytes, from, Math.min(length, 7000));
            }

            @Override
            public synchronized int available() {
              return available;
            }
          };

      assertEquals(Json.read(json), Json.read(pieces, JsonLimits.DEFAULT));
    }
  }

  @Test
  void aStreamIsReadNoFurtherThanTheLimit() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) ' ');
            return length;
          }
        };

    InvalidEventException thrown =
        assertThrows(
            InvalidEventException.class, () -> Json.read(endless, new JsonLimits(1000, 1)));

    assertEquals(ErrorId.PAYLOAD_TOO_LARGE, thrown.id());
    InputStream exact = new ByteArrayInputStream("12".getBytes(UTF_8));
    assertEquals(12L, Json.read(exact, new JsonLimits(2, 1)));
  }

  @Test
  void aStreamThatFailsFailsAsItDoes() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("gone");
          }
        };

    IOException thrown =
        assertThrows(IOException.class, () -> Json.read(broken, JsonLimits.DEFAULT));

    assertEquals("gone", thrown.getMessage());
  }
}
