package dev.eventprocessor.event;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often data is decoded: not at all for who does not ask, and once for all who do. */
class LateDecodingTest {

  private final AtomicInteger decodes = new AtomicInteger();

  @Test
  void routingOnAttributesDecodesNothing() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(eq("attributes.tenant", "b").and(exists("id"))).run(event -> {});
    processors.on(eq("attributes.tenant", "a")).call(event -> event.text("id"));
    processors.on(exists("resource.name")).run(event -> {});
    processors.prepare(event -> event.with("seen", true));
    Event event = event(this::map);

    processors.build().invoke(event);

    assertEquals(0, decodes.get());
    assertTrue(event.asMap().containsKey("data"));
    assertEquals("Event(8 keys)", event.with("seen", true).toString());
    assertEquals(0, decodes.get());
  }

  @Test
  void howeverOftenItIsReadDataIsDecodedOnce() {
    Event event = event(this::map);

    Object first = event.get("data");
    event.text("data.state");
    event.has("dataerror");
    event.with("more", 1L).get("data");
    Object again = Map.copyOf(event.asMap()).get("data");

    assertSame(first, again);
    assertEquals(1, decodes.get());
  }

  @Test
  void threadsThatAskAtTheSameTimeShareOneDecode() throws Exception {
    for (int round = 0; round < 200; round++) {
      decodes.set(0);
      Event event = event(this::map);
      CountDownLatch go = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<Object>> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          boolean error = i == 3;
          seen.add(
              threads.submit(
                  () -> {
                    go.await();
                    return error ? event.has("dataerror") : event.get("data");
                  }));
        }
        go.countDown();
        assertSame(seen.get(0).get(), seen.get(1).get());
        assertSame(seen.get(0).get(), seen.get(2).get());
        assertEquals(false, seen.get(3).get());
      } finally {
        threads.shutdownNow();
      }
      assertEquals(1, decodes.get());
    }
  }

  @Test
  void askingForTheErrorDecodes() {
    Event event = event(this::broken);

    assertTrue(event.has("dataerror"));
    assertEquals("it is broken", event.text("dataerror"));
    assertEquals("{", event.text("data"));
    assertEquals(1, decodes.get());
  }

  @Test
  void theMapHasTheErrorWhereThereIsOneAndNotWhereThereIsNone() {
    Map<String, Object> good = event(this::map).asMap();
    Map<String, Object> bad = event(this::broken).asMap();

    assertFalse(good.containsKey("dataerror"));
    assertFalse(good.keySet().contains("dataerror"));
    assertEquals(good.size(), good.keySet().size());
    assertTrue(bad.containsKey("dataerror"));
    assertEquals(good.size() + 1, bad.size());
    assertEquals(bad.size(), bad.entrySet().size());
    assertEquals(bad, Map.copyOf(bad));
  }

  @Test
  void aPreparingStepMayPutAnotherDataOrErrorInItsPlace() {
    Event event = event(this::broken).with("data", Map.of("state", "mended"));

    assertEquals(0, decodes.get());
    assertEquals("mended", event.text("data.state"));
    assertEquals("mended", ((Map<?, ?>) event.asMap().get("data")).get("state"));

    Event mended = event.with("dataerror", null);
    assertTrue(mended.has("dataerror"));
    assertEquals(null, mended.get("dataerror"));
    assertEquals(event.asMap().size(), mended.asMap().size());
  }

  @Test
  void textAndBytesThatAreNotReadAreNotParsed() {
    Content json = Content.decode("{\"a\": [1, 2]}", null);
    Content bytes = Content.decode(new byte[] {'{', '}'}, "application/json");

    assertTrue(json.mayHold("\"a\""));
    assertFalse(json.mayHold("\"b\""));
    assertFalse(json.isDecoded());
    assertFalse(bytes.mayHold("\"a\""));
    assertFalse(bytes.isDecoded());
    assertEquals(Map.of("a", List.of(1L, 2L)), json.value());
    assertTrue(json.isDecoded());
    assertTrue(Content.decode("plain", null).isDecoded());
    assertFalse(Content.decode("plain {\"a\"", null).mayHold("\"a\""));
  }

  @Test
  void severalMarkersAreLookedForAtOnce() {
    Content json = Content.decode("{\"first\": \"fir\", \"second\": 2}", null);
    Content bytes = Content.decode("[{\"second\": 2}]".getBytes(UTF_8), null);

    assertTrue(json.mayHold("\"third\"", "\"second\""));
    assertTrue(json.mayHold("\"fir\""));
    assertFalse(json.mayHold("\"third\"", "\"firs\"", "\"2\""));
    assertFalse(json.isDecoded());
    assertTrue(bytes.mayHold("\"third\"", "\"second\""));
    assertFalse(bytes.mayHold("\"third\""));
    assertFalse(bytes.isDecoded());
    assertFalse(Content.decode("plain \"second\"", null).mayHold("\"second\""));
    assertFalse(Content.decode("{\"", null).mayHold("\"second\""));
    assertFalse(Content.of("\"second\"").mayHold("\"second\""));
    assertTrue(Content.of(Map.of("second", 2)).mayHold("\"second\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"s", "\"secon", "\"second\"", "\"second\": 2}"})
  void aMarkerIsFoundAloneAndAmongSeveral(String held) {
    Content json = Content.decode("{\"second\": 2}", null);
    Content bytes = Content.decode("{\"second\": 2}".getBytes(UTF_8), null);

    for (Content content : List.of(json, bytes)) {
      assertTrue(content.mayHold(held));
      assertTrue(content.mayHold("\"third\"", held));
      assertTrue(content.mayHold(held, "\"third\""));
      assertFalse(content.mayHold("\"third\"", "\"3"));
      assertFalse(content.mayHold("\"second\": 2}]", "\":3"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "second", "{", ""})
  void aMarkerThatDoesNotBeginWithAQuotationMarkIsRefusedAndNotMissed(String marker) {
    for (Content content : List.of(Content.decode("{\"second\": 2}", null), Content.of("text"))) {
      assertThrows(IllegalArgumentException.class, () -> content.mayHold("\"second\"", marker));
    }
  }

  @Test
  void noMarkerIsNeverHeld() {
    assertFalse(Content.decode("{}", null).mayHold());
    assertFalse(Content.decode("{}".getBytes(UTF_8), null).mayHold());
    assertFalse(Content.of(Map.of("a", 1)).mayHold());
    assertFalse(Content.of(List.of()).mayHold());
  }

  private Event event(java.util.function.Supplier<Content> decoder) {
    return PortableEvent.of(Kind.QUEUE, "aws", "aws.sqs")
        .put("id", "1")
        .attributes(Map.of("tenant", "a"))
        .content(Content.late(null, decoder))
        .build(Map.of());
  }

  private Content map() {
    decodes.incrementAndGet();
    return Content.of(Map.of("state", "ALARM"));
  }

  private Content broken() {
    decodes.incrementAndGet();
    return Content.failed("{", null, "it is broken");
  }
}
