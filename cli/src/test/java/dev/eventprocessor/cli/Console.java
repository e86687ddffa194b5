package dev.eventprocessor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program, run in the test's own process, in the module's folder. */
final class Console {

  private Console() {}

  /** Runs it with this as its standard input; what processors print is not seen. */
  static Program.Run run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outOfAll = System.out;
    try {
      int status =
          Main.run(
              new Terminal(
                  new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                  new PrintStream(out, false, StandardCharsets.UTF_8),
                  new PrintStream(err, true, StandardCharsets.UTF_8),
                  Terminal.Look.PLAIN,
                  Terminal.Progress.SILENT),
              arguments);
      return new Program.Run(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outOfAll);
    }
  }
}
