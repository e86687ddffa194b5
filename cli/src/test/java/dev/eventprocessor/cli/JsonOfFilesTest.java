package dev.eventprocessor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code --json} prints of files that cannot be used. */
class JsonOfFilesTest {

  private static final Path PAYLOADS = Path.of("src/test/resources/payloads");

  @TestFactory
  Stream<DynamicTest> everyFileHasALineWhateverIsWrongWithIt() {
    String module = OrderModule.class.getName();
    return Stream.of(
            List.of("inspect", "--json"),
            List.of("explain", "--json", "--module", module),
            List.of("run", "--json", "--module", module))
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.get(0),
                    () -> {
                      String[] arguments =
                          Stream.concat(
                                  command.stream(),
                                  Stream.of(file("absent.json"), file("request.http")))
                              .toArray(String[]::new);

                      Program.Run run = Console.run("", arguments);

                      assertEquals(2, run.status());
                      List<String> lines = run.out().lines().toList();
                      assertEquals(2, lines.size(), run::transcript);
                      assertEquals(
                          Map.of(
                              "id",
                              file("absent.json"),
                              "error",
                              Map.of(
                                  "id",
                                  "input",
                                  "message",
                                  "There is no file " + file("absent.json") + ".")),
                          Json.read(lines.get(0)));
                      Map<?, ?> second =
                          (Map<?, ?>) Objects.requireNonNull(Json.read(lines.get(1)));
                      assertEquals(file("request.http"), second.get("id"));
                      assertTrue(run.err().contains("There is no file "), "said to the user, too");
                    }));
  }

  private static String file(String name) {
    return PAYLOADS.resolve(name).toString();
  }
}
