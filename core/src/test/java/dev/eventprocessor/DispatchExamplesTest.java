package dev.eventprocessor;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/DISPATCH.md: compiled, run, and held to the page word by word. */
class DispatchExamplesTest {

  private static final DependencyFactory<List<String>> MESSENGER =
      DependencyFactory.of("messenger", parameter -> new ArrayList<>());

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void selection() {
    processors.on(eq("customer.tier", "gold")).rank(10).named("vip").run(event -> {});
    processors.on(eq("type", "order")).named("order").run(event -> {});
    processors.on(eq("type", "order").and(exists("refund"))).named("refund").run(event -> {});
    processors.otherwise().named("unexpected").run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals("order", runs(processor, Map.of("type", "order")));
    assertEquals("refund", runs(processor, Map.of("type", "order", "refund", true)));
    assertEquals("unexpected", runs(processor, Map.of("type", "parcel")));
    Map<String, Object> gold = Map.of("customer", Map.of("tier", "gold"), "type", "order");
    assertEquals("vip", runs(processor, gold));
  }

  @Test
  void strategies() {
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    processors.on(eq("type", "order")).named("store").call(event -> "stored");
    processors.on(eq("type", "order")).named("notify").call(event -> "notified");
    processors.on(exists("type")).rank(-1).named("unknown-type").run(event -> {});
    EventProcessor processor = processors.build();

    List<Result> results = processor.invoke(Map.of("type", "order"));

    assertEquals(List.of(new Result("store", "stored"), new Result("notify", "notified")), results);
  }

  @Test
  void policies() {
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    processors.onError(ErrorPolicy.captureOnly(IOException.class));
    processors.on(eq("type", "order")).named("notify").run(event -> connect());
    processors.on(eq("type", "order")).named("store").call(event -> "stored");
    processors
        .on(eq("type", "order").and(exists("refund")))
        .named("refund")
        .onError(ErrorPolicy.bubble())
        .run(event -> connect());
    EventProcessor processor = processors.build();

    List<Result> results = processor.invoke(Map.of("type", "order"));

    assertTrue(results.get(0).hasFailure());
    assertEquals("stored", results.get(1).value());
    Map<String, Object> refund = Map.of("type", "order", "refund", true);
    IOException thrown = assertThrows(IOException.class, () -> invoke(processor, refund));
    assertEquals(List.of("notify", "store"), DispatchStoppedException.of(thrown).skipped());
  }

  @Test
  void modules() {
    processors.include(new Orders()).include(new Alarms());
    processors.otherwise().named("unexpected").run(event -> {});
    EventProcessor processor = processors.build();

    Map<String, Object> alarm = Map.of("detail", Map.of("state", Map.of("value", "ALARM")));
    assertEquals("started-alarming", runs(processor, alarm));
    assertEquals("order", runs(processor, Map.of("type", "order")));
  }

  record Orders() implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(eq("type", "order")).named("order").run(event -> {});
    }
  }

  record Alarms() implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.prepare(event -> event.with("state", event.get("detail.state.value")));
      processors.onError(ErrorPolicy.capture());
      processors.on(eq("state", "ALARM")).named("started-alarming").run(event -> {});
    }
  }

  @Test
  void describing() throws IOException {
    processors.include(new Alarms());
    processors
        .on(eq("type", "order"))
        .named("order")
        .with(MESSENGER.named("slack"))
        .run((event, messenger) -> messenger.add(event.text("type")));
    processors.on(exists("type")).rank(-1).named("unknown-type").run(event -> {});
    EventProcessor processor = processors.build();

    assertOnThePage(processor.describe().toString());
    assertOnThePage(processor.explain(Map.of("type", "parcel")).toString());
    Explanation explanation = processor.explain(Map.of("type", "parcel"));
    assertEquals(List.of("unknown-type"), explanation.runs());
    assertEquals(eq("type", "order"), explanation.entries().get(1).unmet());
  }

  @Test
  void everyExampleOfThePageIsCompiledHere() throws IOException {
    String compiled =
        Files.readString(Path.of("src/test/java/dev/eventprocessor/DispatchExamplesTest.java"));
    List<String> blocks = blocks("java");

    assertFalse(blocks.isEmpty());
    for (String block : blocks) {
      assertTrue(flat(compiled).contains(flat(block)), () -> "not compiled:\n" + block);
    }
  }

  private static void assertOnThePage(String text) throws IOException {
    assertTrue(blocks("text").contains(text), () -> "docs/DISPATCH.md should print:\n" + text);
  }

  /** The fenced blocks of this language. */
  private static List<String> blocks(String language) throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/DISPATCH.md"));
    List<String> blocks = new ArrayList<>();
    String fence = "```" + language + "\n";
    for (int at = page.indexOf(fence); at >= 0; at = page.indexOf(fence, at + 1)) {
      int from = at + fence.length();
      blocks.add(page.substring(from, page.indexOf("```", from)));
    }
    return blocks;
  }

  /** Without indentation, which differs between the page and this file. */
  private static String flat(String code) {
    return code.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
  }

  private static String runs(EventProcessor processor, Map<String, ?> event) {
    return processor.invoke(event).get(0).processor();
  }

  private static void connect() throws IOException {
    throw new IOException("no network");
  }

  private static void invoke(EventProcessor processor, Map<String, ?> event) throws Exception {
    processor.invoke(event);
  }
}
