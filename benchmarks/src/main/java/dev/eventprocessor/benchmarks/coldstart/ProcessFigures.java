package dev.eventprocessor.benchmarks.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows of a process. */
final class ProcessFigures {

  private ProcessFigures() {}

  /**
   * The processor time of all its threads so far, in milliseconds. Linux tells it to the nanosecond
   * for threads that are alive, and in steps of ten milliseconds, user and system apart, for those
   * that have ended as well. Neither tells too much: the larger counts. Where a thread has ended it
   * is up to 20 ms too little.
   */
  static double cpuMillis(long pid) {
    return Math.max(ofThreadsAlive(pid), ofThreadsAliveAndEnded(pid));
  }

  private static double ofThreadsAlive(long pid) {
    long nanos = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder(pid).resolve("task"))) {
      for (Path thread : threads) {
        nanos += nanos(thread.resolve("schedstat"));
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new IllegalStateException("Cannot read the threads of process " + pid, e);
    }
    return nanos / 1e6;
  }

  private static long nanos(Path schedstat) {
    String text;
    try {
      text = Files.readString(schedstat);
    } catch (IOException ended) { // Before it was opened or while it was read.
      return 0;
    }
    int end = text.indexOf(' ');
    return end < 0 ? 0 : Long.parseLong(text.substring(0, end));
  }

  private static double ofThreadsAliveAndEnded(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(time -> time.toNanos() / 1e6)
        .orElse(0.0);
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
