package dev.eventprocessor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a process in the folder of the payloads. */
final class Program {

  static final Path PAYLOADS = Path.of("src/test/resources/payloads").toAbsolutePath();

  private static final Path JAR = Path.of("target/event-processor.jar").toAbsolutePath();

  private Program() {}

  /** What a run left behind. */
  record Run(int status, String out, String err) {

    /** All of it, for a golden file. */
    String transcript() {
      return out
          + (err.isEmpty() ? "" : "--- standard error ---\n" + err)
          + "--- exit status "
          + status
          + " ---\n";
    }
  }

  static Run run(String... arguments) {
    return run(new byte[0], arguments);
  }

  /** Runs it with this as its standard input. */
  static Run run(byte[] input, String... arguments) {
    try {
      Path in = Files.createTempFile("in", null);
      Path out = Files.createTempFile("out", null);
      Path err = Files.createTempFile("err", null);
      Files.write(in, input);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(PAYLOADS.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + String.join(" ", arguments));
      }
      Run run = new Run(process.exitValue(), text(out), text(err));
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
