package dev.eventprocessor.aws;

import dev.eventprocessor.Event;
import dev.eventprocessor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the tests of streams have in common. */
final class StreamRecords {

  private StreamRecords() {}

  static Object fail(Event event) {
    if ("fail".equals(event.get("data"))) {
      throw new IllegalStateException("failed on purpose");
    }
    return "done";
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String records(Object... records) {
    return Json.writeText(Map.of("Records", List.of(records)));
  }
}
