package dev.eventprocessor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every collected payload, told no more than its cloud and, of Azure's, its binding. */
class CorpusTest {

  /** What the service sends when notifications are set up; a list of null; what must be refused. */
  private static final List<String> WITHOUT_EVENTS =
      List.of(
          "aws/s3-test-event/go-s3-test-event.json",
          "azure/cosmosdb/pylib-null-document.json",
          "any/cloudevents/cesdk-fail_numeric_decimal.json",
          "any/cloudevents/cesdk-fail_numeric_long.json");

  @Test
  void everyFileGivesTheTriggerOfItsRow() throws IOException {
    for (Map<?, ?> row : rows()) {
      List<String> arguments = new ArrayList<>(List.of("inspect", "--json", "--cloud"));
      arguments.add((String) row.get("cloud"));
      if ("azure".equals(row.get("cloud"))) {
        arguments.addAll(List.of("--binding", (String) row.get("trigger")));
      }
      String file = (String) row.get("file");
      arguments.add(SharedFolder.require("corpus").resolve(file).toString());

      String answer = Console.run("", arguments.toArray(new String[0])).out();

      if (!WITHOUT_EVENTS.contains(file)) {
        assertEvents(row, (Map<?, ?>) Objects.requireNonNull(Json.read(answer)));
      }
    }
  }

  @Test
  void everyLineIsAnsweredAsItsRowSays() throws IOException {
    List<Map<?, ?>> rows = rows();
    StringBuilder cases = new StringBuilder();
    for (Map<?, ?> row : rows) {
      String payload =
          Files.readString(SharedFolder.require("corpus").resolve((String) row.get("file")));
      cases.append("{\"id\": ").append(Json.writeText(row.get("file")));
      for (String field : List.of("cloud", "form", "trigger", "data_type")) {
        if (row.containsKey(field)) {
          cases.append(", \"").append(field).append("\": ").append(Json.writeText(row.get(field)));
        }
      }
      cases.append(", \"payload\": ").append(payload.replaceAll("\\R", " ")).append("}\n");
    }

    List<String> answers =
        Console.run(cases.toString(), "inspect", "--jsonl").out().lines().toList();

    assertEquals(rows.size(), answers.size());
    for (int i = 0; i < rows.size(); i++) {
      Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(Json.read(answers.get(i)));
      assertEquals(rows.get(i).get("file"), answer.get("id"));
      if (!WITHOUT_EVENTS.contains(answer.get("id"))) {
        assertEvents(rows.get(i), answer);
      }
    }
  }

  private static void assertEvents(Map<?, ?> row, Map<?, ?> answer) {
    Object file = row.get("file");
    assertTrue(
        answer.get("events") instanceof List<?> && !answer.containsKey("rejected"), file::toString);
    List<?> events = (List<?>) answer.get("events");
    assertFalse(events.isEmpty(), file::toString);
    String cloud = row.get("cloud").equals("any") ? "gcp" : (String) row.get("cloud");
    for (Object each : events) {
      Map<?, ?> event = (Map<?, ?>) each;
      String trigger = cloud + "." + row.get("trigger");
      assertEquals(trigger, event.get("trigger"), file::toString);
      assertTrue(event.containsKey("raw"), file::toString);
      var promised = Objects.requireNonNull(CapabilityTable.of(trigger)).kinds();
      boolean opened =
          event.get("delivery") instanceof Map<?, ?> delivery && delivery.containsKey("path");
      assertTrue(
          opened || promised.stream().anyMatch(kind -> kind.text().equals(event.get("kind"))),
          () -> file + " is of kind " + event.get("kind"));
    }
  }

  private static List<Map<?, ?>> rows() throws IOException {
    Path index = SharedFolder.require("corpus").resolve("index.jsonl");
    List<Map<?, ?>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(index)) {
      rows.add((Map<?, ?>) Objects.requireNonNull(Json.read(line)));
    }
    return rows;
  }
}
