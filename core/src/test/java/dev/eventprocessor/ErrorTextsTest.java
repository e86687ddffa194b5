package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.batch.BatchFaults;
import dev.eventprocessor.http.HttpFaults;
import dev.eventprocessor.spi.ModuleFaults;
import dev.eventprocessor.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text that core says when something is wrong, as approved; and docs/ERRORS.md beside it. */
class ErrorTextsTest {

  @TempDir Path folder;

  private final Faults faults = new Faults();

  @BeforeEach
  void causeEverything() throws IOException {
    ModuleFaults.all(folder).forEach(fault -> faults.cause(fault::run));
    RegistryFaults.causeAll(faults);
    FilterFaults.causeAll(faults);
    DispatchFaults.causeAll(faults);
    BatchFaults.all().forEach(fault -> faults.cause(fault::run));
    HttpFaults.all().forEach(fault -> faults.cause(fault::run));
    DependencyFaults.causeAll(faults);
    PayloadFaults.causeAll(faults);
    TypeFaults.causeAll(faults);
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsTheApprovedOne(ErrorId id) {
    List<String> found = faults.texts().getOrDefault(id, List.of());

    assertFalse(found.isEmpty(), () -> "no test causes " + id.text());
    GoldenFile.assertMatches("errors/" + id.text() + ".txt", String.join("\n\n", found));
  }

  @Test
  void everyGoldenFileIsOfAnId() throws IOException {
    List<String> ids = Arrays.stream(ErrorId.values()).map(id -> id.text() + ".txt").toList();
    try (var files = Files.list(Path.of("src/test/resources/errors"))) {
      assertEquals(
          ids.stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void everyIdHasItsEntryInTheDocumentationAndEveryEntryItsId() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/ERRORS.md"));

    List<String> entries = new ArrayList<>();
    Matcher heading = Pattern.compile("(?m)^### `?([^`\\n]+)`?$").matcher(page);
    while (heading.find()) {
      entries.add(heading.group(1));
    }

    List<String> ids = Arrays.stream(ErrorId.values()).map(ErrorId::text).toList();
    assertEquals(ids, entries);
  }

  @Test
  void thePagesTableHasARowForEachMomentAndNamesEveryId() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    List<String> moments = new ArrayList<>();
    List<Pattern> named = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("docs/ERRORS.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[3].contains("`")) {
        moments.add(cells[1].strip());
        Matcher name = Pattern.compile("`([^`]+)`").matcher(cells[3]);
        while (name.find()) {
          named.add(Pattern.compile(name.group(1).replace("...", ".*")));
        }
      }
    }

    assertEquals(List.copyOf(new LinkedHashSet<>(moments)), moments);
    for (ErrorId id : ErrorId.values()) {
      assertTrue(named.stream().anyMatch(each -> each.matcher(id.text()).matches()), id.text());
    }
    for (Pattern each : named) {
      assertTrue(
          Arrays.stream(ErrorId.values()).anyMatch(id -> each.matcher(id.text()).matches()),
          each.pattern());
    }
  }

  @Test
  void everyTextBeginsWithItsIdAndEndsASentence() {
    faults
        .texts()
        .forEach(
            (id, all) ->
                all.forEach(
                    text -> {
                      assertTrue(text.startsWith("[" + id.text() + "] "), text);
                      assertTrue(text.endsWith(".") || text.endsWith("?"), text);
                      assertFalse(text.contains("s3cret"), text);
                    }));
  }

  @Test
  void idsAreWordsJoinedByHyphens() {
    for (ErrorId id : ErrorId.values()) {
      assertEquals(id.name().toLowerCase(Locale.ROOT).replace('_', '-'), id.text());
    }
  }
}
