package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.eventprocessor.internal.index.FilterIndex;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EventBridge patterns against what EventBridge's own engine answers, as recorded. */
class EventPatternVectorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"event-ruler-open.jsonl", "event-ruler-probes-open.jsonl"})
  void onePatternAndOneEventAreAnsweredAsTheEngineAnswers(String file) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Map<?, ?>> rows = rows(file);
    for (Map<?, ?> row : rows) {
      String expected =
          row.get("event") != null
              ? String.valueOf(row.get("matches"))
              : Boolean.TRUE.equals(row.get("invalid")) ? "invalid" : "valid";
      String answer = answer(row);
      if (!answer.equals(expected)) {
        wrong.add(
            row.get("id") + " should be " + expected + ", is " + answer + ": " + patternText(row));
      }
    }

    assertFalse(rows.isEmpty());
    assertEquals(List.of(), wrong);
  }

  @Test
  void manyPatternsAndOneEventAreAnsweredAsTheEngineAnswers() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Map<?, ?>> rows = rows("event-ruler-multi-open.jsonl");
    for (Map<?, ?> row : rows) {
      List<?> rules = (List<?>) row.get("rules");
      List<Long> all = new ArrayList<>();
      for (int i = 0; i < rules.size(); i++) {
        if (EventPattern.parse(Json.writeText(rules.get(i))).matches(event(row))) {
          all.add((long) i);
        }
      }
      if (!all.equals(row.get("all"))) {
        wrong.add(row.get("id") + " should be " + row.get("all") + ", is " + all);
      }
    }

    assertFalse(rows.isEmpty());
    assertEquals(List.of(), wrong);
  }

  @Test
  void aRegistryOfThePatternsAnswersAsTheEngineAnswers() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map<?, ?> row : rows("event-ruler-multi-open.jsonl")) {
      List<?> all = (List<?>) row.get("all");
      List<EventPattern> patterns = new ArrayList<>();
      for (Object rule : (List<?>) row.get("rules")) {
        patterns.add(EventPattern.parse(Json.writeText(rule)));
      }
      FilterIndex index = FilterIndex.of(List.copyOf(patterns));
      long first = index.first(event(row), event(row).asMap());
      List<String> ran = runs(patterns, event(row));
      if (!ran.equals(names(all)) || !row.get("first").equals(first)) {
        wrong.add(row.get("id") + " should be " + all + ", is " + ran + ", first " + first);
      }
    }

    assertEquals(List.of(), wrong);
  }

  private static List<String> runs(List<EventPattern> patterns, Event event) {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    for (int i = 0; i < patterns.size(); i++) {
      processors.on(patterns.get(i)).named("rule-" + i).run(ignored -> {});
    }
    processors.otherwise().named("none").run(ignored -> {});
    List<String> ran = new ArrayList<>();
    for (Result result : processors.build().invoke(event)) {
      ran.add(result.processor());
    }
    ran.remove("none");
    ran.sort(null);
    return ran;
  }

  private static List<String> names(List<?> indexes) {
    List<String> names = new ArrayList<>();
    for (Object index : indexes) {
      names.add("rule-" + index);
    }
    names.sort(null);
    return names;
  }

  private static String answer(Map<?, ?> row) {
    EventPattern pattern;
    try {
      pattern = EventPattern.parse(patternText(row));
    } catch (ConfigurationException e) {
      assertEquals(ErrorId.EVENT_PATTERN_MALFORMED, e.id());
      return "invalid";
    }
    return row.get("event") == null ? "valid" : String.valueOf(pattern.matches(event(row)));
  }

  private static String patternText(Map<?, ?> row) {
    @Nullable Object text = row.get("ruleText");
    return text instanceof String given ? given : Json.writeText(row.get("rule"));
  }

  @SuppressWarnings("unchecked") // An event is an object.
  private static Event event(Map<?, ?> row) {
    return Event.of((Map<String, ?>) row.get("event"));
  }

  private static List<Map<?, ?>> rows(String file) throws IOException {
    Path vectors = SharedFolder.require("vectors");
    List<Map<?, ?>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(vectors.resolve(file))) {
      rows.add((Map<?, ?>) Json.read(line));
    }
    return rows;
  }
}
