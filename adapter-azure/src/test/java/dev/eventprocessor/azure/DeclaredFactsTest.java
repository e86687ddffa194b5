package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.testing.RandomCases;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What annotations say: app settings in percent signs, and blob paths with parameters. */
class DeclaredFactsTest {

  private static final Map<String, String> SETTINGS = Map.of("Queue", "orders", "Stage", "test");

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "%Queue%, orders",
    "%Queue%-%Stage%, orders-test",
    "a-%Stage%-b, a-test-b",
    "'', ''",
  })
  void appSettingsArePutIn(String text, String resolved) {
    assertEquals(resolved, AppSettings.resolve(text, SETTINGS::get));
  }

  @ParameterizedTest
  @CsvSource({"%Missing%", "%Queue%%Missing%", "100%", "%"})
  void aFactWithoutItsSettingIsAbsent(String text) {
    assertNull(AppSettings.resolve(text, SETTINGS::get));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "c/{name}, c/a/b.txt, name=a/b.txt",
        "c/{name}.txt, c/a.b.txt, name=a.b",
        "c/{name}.{ext}, c/a.b.txt, name=a.b ext=txt",
        "c/{a}-{b}-{d}, c/1-2-3-4, a=1-2 b=3 d=4",
        "{container}/{name}, c/a/b, container=c/a name=b",
        "c/{{x}}/{name}, c/{x}/n, name=n",
        "c/{name}, d/a, none",
        "c/{name}.txt, c/a.pdf, none",
        "c/{name}.txt, c/.txt, name=",
        "c/{name, c/a, none",
        "c/name, c/name, none",
        "c/aa{name}aa, c/aa, none",
        "c/{a}xx{b}, c/ax, none",
      })
  void aPathsParametersAreFound(String pattern, String path, String expected) {
    Map<String, String> parameters = PathPattern.match(pattern, path);

    assertEquals(expected == null ? null : parsed(expected), parameters);
  }

  @Test
  void whatIsPutIntoAPatternIsFoundInThePath() {
    RandomCases.check(
        500,
        random -> {
          String first = "v" + random.nextInt(100);
          String second = "w" + random.nextInt(100);

          assertEquals(
              Map.of("a", first, "b", second),
              PathPattern.match("c/{a}/{b}.x", "c/" + first + "/" + second + ".x"));
        });
  }

  private static Map<String, String> parsed(String text) {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String each : text.split(" ", -1)) {
      int equals = each.indexOf('=');
      parsed.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return parsed;
  }
}
