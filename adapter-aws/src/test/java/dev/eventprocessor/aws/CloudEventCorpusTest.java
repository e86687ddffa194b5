package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The CloudEvents of CloudEvents' own tests, in a queue. */
class CloudEventCorpusTest {

  @TestFactory
  Stream<DynamicTest> aCloudEventInAQueueIsHoistedOrRefused() throws IOException {
    return Corpus.payloads("index.jsonl", "any").stream()
        .map(payload -> DynamicTest.dynamicTest(payload.file(), () -> check(payload)));
  }

  private static void check(Corpus.Payload payload) throws IOException {
    String text = new String(payload.bytes(), StandardCharsets.UTF_8);
    String message =
        Json.writeText(
            Map.of(
                "Records",
                List.of(Map.of("messageId", "m", "body", text, "eventSource", "aws:sqs"))));
    if (!CloudEvents.isCloudEvent(Json.read(text))) {
      assertEquals("queue", Corpus.run(message, event -> null).events().get(0).get("kind"));
    } else if (payload.file().contains("fail_")) {
      assertThrows(InvalidEventException.class, () -> Corpus.run(message, event -> null));
    } else {
      Event event = Corpus.run(message, e -> null).events().get(0);
      Map<?, ?> sent = (Map<?, ?>) java.util.Objects.requireNonNull(Json.read(text));
      for (String name : List.of("id", "source", "type", "subject", "time")) {
        assertEquals(sent.get(name), event.get(name), name);
      }
      String schema = "0.3".equals(sent.get("specversion")) ? "schemaurl" : "dataschema";
      assertEquals(sent.get(schema), event.get("dataschema"));
      assertEquals("bus", event.get("kind"));
    }
  }
}
