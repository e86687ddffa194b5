package dev.eventprocessor.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines as bytes, each no longer than a bound. Not thread-safe. */
final class LineReader {

  /** Some more than the largest payload, in base64 and in a text inside of JSON. */
  static final int LONGEST = 64 * 1024 * 1024;

  private final InputStream input;
  private final Runnable beforeWaiting;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private boolean wasTooLong;

  /**
   * Reads this stream.
   *
   * @param beforeWaiting called before each read of the stream, which may wait: what was answered
   *     so far should be on its way by then
   */
  LineReader(InputStream input, Runnable beforeWaiting) {
    this.input = input;
    this.beforeWaiting = beforeWaiting;
  }

  /** The next line without its end; null behind the last one. A line too long is cut. */
  byte @Nullable [] next() throws IOException {
    wasTooLong = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(line, start);
      if (at < end) {
        at++;
        return line.toByteArray();
      }
    }
    return any ? line.toByteArray() : null;
  }

  private void keep(ByteArrayOutputStream line, int start) {
    if (line.size() + at - start > LONGEST) {
      wasTooLong = true;
    } else {
      line.write(buffer, start, at - start);
    }
  }

  /** Whether the line that was read last is longer than what is kept. */
  boolean wasTooLong() {
    return wasTooLong;
  }

  private boolean fill() throws IOException {
    beforeWaiting.run();
    at = 0;
    end = Math.max(0, input.read(buffer));
    return end > 0;
  }
}
