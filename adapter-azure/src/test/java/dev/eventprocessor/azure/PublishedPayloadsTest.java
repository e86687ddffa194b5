package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Presence;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Applications;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payloads that others published: each becomes events, and none of its mutations does harm. */
class PublishedPayloadsTest {

  /** Stands in no error and no log. */
  private static final String SECRET = "s3cr3t";

  private static final FakeExecutionContext CONTEXT = new FakeExecutionContext();

  private static final AzureApplication APPLICATION =
      new AzureApplication(
          Applications.build(processors -> processors.otherwise().named("all").run(event -> {})));

  @Test
  void everyPayloadBecomesEventsOfItsTrigger() throws Exception {
    for (Published published : Published.all()) {
      for (Event event : events(published)) {
        assertEquals("azure." + published.trigger(), event.get("trigger"), published.file());
        assertEquals("azure", event.get("cloud"), published.file());
        assertTrue(event.has("raw"), published.file());
      }
    }
  }

  @Test
  void everyEventHasWhatTheTableSaysAndNothingElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Published published : Published.all()) {
      for (Event event : events(published)) {
        Capabilities row = CapabilityTable.of((String) event.get("trigger"));
        assertNotNull(row, published.file());
        for (String path : paths(event)) {
          if (row.presence(path) == Presence.NEVER) {
            wrong.add(published.file() + " has " + path);
          }
        }
        for (String path : row.fields()) {
          if (row.presence(path) == Presence.ALWAYS && !event.has(path)) {
            wrong.add(published.file() + " lacks " + path);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nothingOfAPayloadIsLost() throws Exception {
    for (Published published : Published.all()) {
      if (!published.trigger().equals("http") && !published.file().contains("bytes")) {
        for (Event event : events(published)) {
          String raw = Json.writeText(event.get("raw"));
          for (String text : texts(event.get("data"))) {
            assertTrue(raw.contains(text), published.file());
          }
        }
      }
    }
  }

  @Test
  void aPayloadThatIsCutIsATypedErrorOrText() throws Exception {
    for (Published published : Published.all()) {
      byte[] whole = Json.write(published.payload());
      for (int cut = 97; cut < whole.length; cut += 97) {
        byte[] part = Arrays.copyOf(whole, cut);
        String text = new String(part, StandardCharsets.UTF_8);
        for (Object value : new Object[] {part, text}) {
          assertTyped(published, Binding.eventGrid(value));
          assertTyped(published, Binding.timer(value));
          assertTyped(published, Binding.cosmosDb("d", "c", value));
          assertTyped(published, Binding.kafkaBatch("t", value));
          assertTyped(published, Binding.eventHub("h", value).metadata("SystemProperties", text));
          assertTyped(
              published,
              Binding.serviceBusQueue("q", value).metadata("ApplicationProperties", text));
          assertTyped(published, Binding.blob("c/{n}", value).metadata("Properties", text));
        }
      }
    }
  }

  @Test
  void aPayloadWithOneValueReplacedIsAnEventOrATypedError() throws Exception {
    for (Published published : Published.all()) {
      for (Object mutation :
          published.withReplaced(null, 7L, -1.5, true, SECRET, List.of(SECRET), Map.of())) {
        for (Binding binding : published.bindings(mutation == null ? Map.of() : mutation)) {
          assertTyped(published, binding);
        }
      }
    }
  }

  private static void assertTyped(Published published, Binding binding) {
    try {
      APPLICATION.run(binding, CONTEXT);
    } catch (EventProcessorException typed) {
      assertTrue(typed.getMessage().startsWith("["), published.file());
      assertFalse(typed.toString().contains(SECRET), published.file());
    } catch (RuntimeException | Error untyped) {
      throw new AssertionError(published.file(), untyped);
    }
    assertFalse(CONTEXT.log().contains(SECRET), published.file());
  }

  /** None of a list of null, which says nothing. */
  private static List<Event> events(Published published) {
    List<Event> events = new ArrayList<>();
    for (Binding binding : published.bindings()) {
      for (AzureRecord record : APPLICATION.records(binding, Call.of(CONTEXT))) {
        try {
          events.add(record.event());
        } catch (InvalidEventException nothing) {
          assertEquals("cosmosdb/pylib-null-document.json", published.file());
        }
      }
    }
    return events;
  }

  private static List<String> paths(Event event) {
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, ?> entry : event.asMap().entrySet()) {
      paths.add(entry.getKey());
      if (entry.getValue() instanceof Map<?, ?> group
          && !List.of("data", "raw", "attributes").contains(entry.getKey())) {
        group.keySet().forEach(key -> paths.add(entry.getKey() + "." + key));
      }
    }
    return paths;
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> texts.addAll(texts(each)));
    } else if (value instanceof List<?> list) {
      list.forEach(each -> texts.addAll(texts(each)));
    } else if (value instanceof String text
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
      texts.add(text);
    }
    return texts;
  }
}
