package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.event.Presence;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every collected payload, as the request that it was. */
class CorpusTest {

  /** What a function of today gets of it is another than what it was called when collected. */
  private static final Map<String, String> OTHER_TRIGGERS =
      Map.of("gcp/cloudevents/ffnode-structured-no-content-type.json", "cloudevents");

  static List<Corpus.Sample> samples() throws IOException {
    return Corpus.samples();
  }

  static List<Corpus.Pair> pairs() throws IOException {
    return Corpus.pairs();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPayloadIsKnownForWhatItIs(Corpus.Sample sample) {
    Requests requests = new Requests();

    int status = requests.send(sample.request()).status();

    if (sample.tags().contains("must-be-rejected")) {
      assertEquals(400, status);
      assertEquals(List.of(), requests.events());
      return;
    }
    Event event = requests.only();
    assertEquals(
        "gcp." + OTHER_TRIGGERS.getOrDefault(sample.file(), sample.trigger()),
        event.get("trigger"));
    assertEquals(204, status);
    assertFalse(event.has("dataerror"), () -> event.text("dataerror"));
    assertFalse(event.asMap().containsValue(null));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noValueOfThePayloadIsOutOfReach(Corpus.Sample sample) {
    Requests requests = new Requests();
    FakeHttpRequest request = sample.request();

    if (requests.send(request).status() != 204) {
      return;
    }

    Set<Object> reachable = new HashSet<>();
    collect(requests.only().get("raw"), reachable);
    Set<Object> sent = new HashSet<>();
    request.getHeaders().values().forEach(values -> collect(values, sent));
    if (sample.payload() instanceof Map<?, ?> map && !sample.form().equals("http-request")) {
      collect(map.containsKey("headers") ? map.get("data") : map, sent);
    }
    sent.removeAll(reachable);
    assertEquals(Set.of(), sent);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatItsTriggerPromisesIsThereAndNothingElse(Corpus.Sample sample) {
    Requests requests = new Requests();

    if (requests.send(sample.request()).status() == 204) {
      assertAsPromised(requests.only());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothGenerationsTellTheSame(Corpus.Pair pair) {
    Requests requests = new Requests();
    Corpus.Sample input = pair.input();
    Corpus.Sample expected =
        new Corpus.Sample(
            "expected",
            input.trigger(),
            pair.toCloudEvent() ? "cloudevent-structured" : "gcf-legacy",
            List.of(),
            pair.expected());

    requests.send(input.request());
    requests.send(expected.request());

    assertEquals(2, requests.events().size());
    boolean located = pair.toCloudEvent() || !input.trigger().equals("firebase-database");
    assertEquals(
        portable(requests.events().get(1), located), portable(requests.events().get(0), located));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatAMutatedPayloadIsIsAlwaysAnswered(Corpus.Sample sample) {
    RandomCases.check(
        60,
        random -> {
          Corpus.Sample mutated =
              new Corpus.Sample(
                  sample.file(),
                  sample.trigger(),
                  sample.form(),
                  sample.tags(),
                  mutated(sample.payload(), random));
          FakeHttpRequest request;
          try {
            request = mutated.request();
          } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            return; // The mutation hit the collection's own form and not the payload.
          }
          Requests requests = new Requests();

          FakeHttpResponse answer = requests.send(request);

          int status = answer.status();

          assertTrue(status == 204 || status == 400, () -> "answered with " + status);
          assertEquals(status == 204, requests.events().size() == 1);
          if (status == 400) {
            assertTrue(answer.text().startsWith("[payload-"), answer.text());
            assertFalse(answer.text().contains("s3cr3t"), answer.text());
          }
        });
  }

  /**
   * Without what differs: events of the first generation know no subscription, and raw is what it
   * is. Where a database is stands in its domain, which a converted event has lost.
   */
  private static Object portable(Event event, boolean located) {
    Map<String, Object> portable = new LinkedHashMap<>(event.asMap());
    portable.remove("raw");
    if (portable.get("delivery") instanceof Map<?, ?> delivery) {
      Map<Object, Object> copy = new LinkedHashMap<>(delivery);
      copy.remove("subscription");
      portable.put("delivery", copy);
    }
    if (!located) {
      portable.remove("source");
      portable.remove("resource");
    }
    return Json.read(Json.write(portable));
  }

  static void assertAsPromised(Event event) {
    boolean opened = event.has("delivery.path");
    Capabilities row = CapabilityTable.of(opened ? "gcp.storage" : event.text("trigger"));
    assertTrue(row != null, event.text("trigger"));
    assertTrue(row.kinds().stream().anyMatch(kind -> kind.text().equals(event.get("kind"))));
    for (String field : row.fields()) {
      if (row.presence(field) == Presence.ALWAYS) {
        assertTrue(event.has(field), field + " is promised and absent");
      }
    }
    for (Map.Entry<String, Object> entry : event.asMap().entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> group && !isOpaque(entry.getKey())) {
        if (!opened || !entry.getKey().equals("delivery")) {
          group.keySet().forEach(key -> assertPossible(row, entry.getKey() + "." + key));
        }
      } else {
        assertPossible(row, entry.getKey());
      }
    }
  }

  private static boolean isOpaque(String key) {
    return key.equals("data") || key.equals("raw") || key.equals("attributes");
  }

  private static void assertPossible(Capabilities row, String path) {
    assertFalse(
        row.presence(path) == Presence.NEVER || row.presence(path) == null,
        () -> row.trigger() + " has " + path + ", which its row does not name");
  }

  private static void collect(Object value, Set<Object> into) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> collect(inner, into));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, into));
    } else if (value != null && !(value instanceof byte[])) {
      into.add(value);
    }
  }

  /** Somewhere, something is left out, of another type, or text that says something else. */
  private static Object mutated(Object value, Random random) {
    if (random.nextInt(12) == 0) {
      return random.nextBoolean() ? "s3cr3t" : RandomCases.value(random, 2);
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
      if (random.nextInt(6) == 0) {
        copy.remove(key);
      } else {
        copy.put(key, mutated(map.get(key), random));
      }
      return copy;
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      int index = random.nextInt(list.size());
      copy.set(index, mutated(list.get(index), random));
      return copy;
    }
    return RandomCases.value(random, 1);
  }
}
