package dev.eventprocessor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadedClassesTest {

  /** Prints a line, and ends where it is not told to hang. */
  static final class Program {
    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("ready");
      if (arguments.length > 0) {
        Thread.sleep(120_000);
      }
    }
  }

  @Test
  void theClassesOfAProgramAreTold() throws Exception {
    List<String> names = LoadedClasses.of(Program.class, "ready", Map.of());

    assertTrue(names.contains(Program.class.getName()));
  }

  @Test
  void aProgramThatHangsIsEndedAtTheLimit() {
    assertThrows(AssertionError.class, () -> hang(Duration.ofSeconds(3), "ready"));

    assertEquals(0, children());
  }

  @Test
  void aProgramThatPrintsSomethingElseIsEndedAtOnce() {
    assertThrows(AssertionError.class, () -> hang(Duration.ofMinutes(2), "steady"));

    assertEquals(0, children());
  }

  private static List<String> hang(Duration limit, String prints) throws Exception {
    return LoadedClasses.of(limit, Program.class, prints, Map.of(), "hang");
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
