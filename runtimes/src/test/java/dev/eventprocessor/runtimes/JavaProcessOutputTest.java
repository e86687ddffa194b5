package dev.eventprocessor.runtimes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JavaProcessOutputTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Prints its arguments, the last one without a line end, and waits to be ended if told so. */
  static final class Printer {
    private Printer() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(arguments[0]);
      System.err.print(arguments[1]);
      if (arguments[1].equals("wait")) {
        Thread.sleep(120_000);
      }
    }
  }

  @Test
  void everythingPrintedIsThereWhenTheProcessHasEnded() throws Exception {
    try (JavaProcess process = start("first", "last")) {
      int code = process.awaitExit(LIMIT);

      assertEquals(0, code);
      assertEquals(List.of("first", "last"), process.lines());
      assertEquals(List.of("last"), process.linesSince(process.printed() - 4));
    }
  }

  @Test
  void theOutputOutlivesTheProcess() throws Exception {
    JavaProcess process = start("first", "wait");
    process.awaitLine("first"::equals, LIMIT);

    process.close();

    assertEquals("first", process.lines().get(0));
    assertEquals(143, process.onExit().get());
  }

  @Test
  void anAwaitedLineThatDoesNotComeFailsWithTheOutput() throws Exception {
    try (JavaProcess ending = start("first", "last");
        JavaProcess waiting = start("first", "wait")) {
      assertEquals("last", ending.awaitLine("last"::equals, LIMIT));
      waiting.awaitLine("first"::equals, LIMIT);

      IllegalStateException ended =
          assertThrows(IllegalStateException.class, () -> ending.awaitLine("never"::equals, LIMIT));
      IllegalStateException late =
          assertThrows(
              IllegalStateException.class,
              () -> waiting.awaitLine("never"::equals, Duration.ofMillis(100)));

      assertTrue(ended.getMessage().contains("Printer ended:\nfirst"), ended::getMessage);
      assertTrue(late.getMessage().contains("did not print"), late::getMessage);
    }
  }

  private static JavaProcess start(String... arguments) throws URISyntaxException {
    Path classes =
        Path.of(Printer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return JavaProcess.named("Printer")
        .main(List.of(classes), Printer.class.getName(), arguments)
        .start();
  }
}
