package dev.eventprocessor.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fuzzers' targets on the inputs that lie beside them, and on some thousand that are nearly
 * those. CONTRIBUTING.md says how a fuzzer is let loose on them; what it finds is kept here.
 */
class FuzzersTest {

  /** A stuck target is ended. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final int CASES = 400;

  private static final Path INPUTS = Path.of("src", "test", "resources", "fuzz");

  private static final Map<String, Target> TARGETS =
      new TreeMap<>(
          Map.of(
              "Path", PathFuzzer::check,
              "EventPattern", EventPatternFuzzer::check,
              "Json", JsonFuzzer::check,
              "Registry", RegistryFuzzer::check,
              "TextFilter", TextFilterFuzzer::check,
              "MapFilter", MapFilterFuzzer::check,
              "Http", HttpFuzzer::check));

  private interface Target {
    boolean check(byte[] data);
  }

  @Test
  void everyTargetHasInputsAndAnEntryPointForTheFuzzer() throws Exception {
    try (Stream<Path> folders = Files.list(INPUTS).filter(Files::isDirectory)) {
      List<String> names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
      assertEquals(List.copyOf(TARGETS.keySet()), names);
    }
    for (String name : TARGETS.keySet()) {
      Class<?> fuzzer = Class.forName("dev.eventprocessor.fuzz." + name + "Fuzzer");
      fuzzer.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, new byte[0]);
    }
  }

  static Set<String> names() {
    return TARGETS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyInputAndWhatIsNearItPasses(String name) throws IOException {
    Target target = TARGETS.get(name);
    List<byte[]> inputs = inputs(name);
    for (byte[] input : inputs) {
      check(target, input);
    }
    AtomicInteger read = new AtomicInteger();
    assertTimeoutPreemptively(
        STUCK,
        () ->
            RandomCases.check(
                CASES, random -> read.addAndGet(check(target, Mutant.of(inputs, random)) ? 1 : 0)));
    if (Long.getLong("case.seed") == null) {
      assertTrue(read.get() >= CASES / 20, "hardly any is read: " + read);
    }
  }

  private static boolean check(Target target, byte[] input) {
    try {
      return target.check(input);
    } catch (Throwable e) { // A stack that overflows, too.
      throw new AssertionError(
          e
              + " for "
              + new String(input, UTF_8)
              + "\nwhich is in base64 "
              + Base64.getEncoder().encodeToString(input),
          e);
    }
  }

  private static List<byte[]> inputs(String name) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(INPUTS.resolve(name)).sorted()) {
      for (Path file : files.toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
