package dev.eventprocessor.runtimes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process prints, kept in a file of its own until it is closed, in memory afterwards.
 *
 * <p>A file and not a pipe: what the process printed before it answered a request is there to read
 * when the answer arrives, while a pipe's reader may still be behind. Thread-safe.
 */
final class ProcessOutput implements AutoCloseable {

  private static final int MOST_BYTES_READ = 8 * 1024 * 1024;

  private final Path file;
  private byte @Nullable [] kept;

  private ProcessOutput(Path file) {
    this.file = file;
  }

  static ProcessOutput create() {
    try {
      Path file = Files.createTempFile("event-processor-runtime-", ".log");
      file.toFile().deleteOnExit();
      return new ProcessOutput(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a file for a runtime's output", e);
    }
  }

  File file() {
    return file.toFile();
  }

  synchronized long size() {
    return kept == null ? file.toFile().length() : kept.length;
  }

  /** What was printed after the first {@code from} bytes, cut off after 8 MiB. */
  synchronized String text(long from) {
    byte[] bytes = kept;
    if (bytes == null) {
      return new String(read(from), StandardCharsets.UTF_8);
    }
    int start = (int) Math.min(from, bytes.length);
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() {
    if (kept == null) {
      kept = read(0);
      if (!file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private byte[] read(long from) {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(from);
      return bytes.readNBytes(MOST_BYTES_READ);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a runtime's output", e);
    }
  }
}
