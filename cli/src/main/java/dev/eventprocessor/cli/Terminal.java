package dev.eventprocessor.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out results
 * @param err errors and progress, never results
 * @param look whether results are coloured
 * @param progress whether long work says how far it is
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Look look, Progress progress) {

  /** How results look. */
  enum Look {
    /** As plain text. */
    PLAIN,
    /** With colours. */
    COLOURED
  }

  /** What is said of long work. */
  enum Progress {
    /** Nothing. */
    SILENT,
    /** How far it is. */
    SHOWN
  }

  /** What matters most, in bold. */
  String strong(String text) {
    return look == Look.PLAIN ? text : "\u001b[1m" + text + "\u001b[0m";
  }

  /** A name beside its value. */
  String name(String text) {
    return look == Look.PLAIN ? text : "\u001b[36m" + text + "\u001b[0m";
  }

  /** Something that is wrong, on the stream for that. */
  void error(String text) {
    out.flush();
    err.println("event-processor: " + text);
  }
}
