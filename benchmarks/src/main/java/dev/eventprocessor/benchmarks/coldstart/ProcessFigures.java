package dev.eventprocessor.benchmarks.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What Linux knows of a process. */
final class ProcessFigures {

  private ProcessFigures() {}

  /** The processor time of all its threads so far, in milliseconds. */
  static double cpuMillis(long pid) {
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder(pid).resolve("task"))) {
      for (Path thread : threads) {
        nanos += nanos(thread.resolve("schedstat"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the threads of process " + pid, e);
    }
    return nanos / 1e6;
  }

  private static long nanos(Path schedstat) throws IOException {
    try {
      String text = Files.readString(schedstat);
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  /** Its memory that is in use now, in MiB. */
  static double residentMebibytes(long pid) {
    try {
      for (String line : Files.readAllLines(folder(pid).resolve("status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the memory of process " + pid, e);
    }
    throw new IllegalStateException("Linux does not tell the memory of process " + pid);
  }

  private static Path folder(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }
}
