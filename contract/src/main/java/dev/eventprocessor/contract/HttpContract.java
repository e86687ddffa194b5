package dev.eventprocessor.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.contract.HttpCase.Need;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * The same requests, the same answers, whatever the platform: what each adapter's test runs with a
 * way to send a request through the adapter.
 */
public final class HttpContract {

  private HttpContract() {}

  /**
   * A test for each request of the table.
   *
   * @param application what is deployed
   * @param send the platform: makes its payload of a request and a response of its answer
   * @param lacks what the platform cannot do
   */
  public static Stream<DynamicTest> tests(
      HttpApplication application, Function<HttpSent, HttpGot> send, Set<Need> lacks) {
    return each(
        all(),
        wanted -> {
          application.events.clear();
          if (checkAnswer(wanted, send.apply(wanted.sent()), lacks)) {
            checkEvent(wanted, application);
          } else if (wanted.need() == Need.REPEATED_QUERY) {
            checkLastValues(wanted, application);
          }
        });
  }

  /** The same for an application in another process, whose events are not seen. */
  public static Stream<DynamicTest> answersToAll(
      Function<HttpSent, HttpGot> send, Set<Need> lacks) {
    return each(all(), wanted -> checkAnswer(wanted, send.apply(wanted.sent()), lacks));
  }

  /** The same with a client that sends nothing that is malformed. */
  public static Stream<DynamicTest> answers(Function<HttpSent, HttpGot> send, Set<Need> lacks) {
    return each(HttpCases.all(), wanted -> checkAnswer(wanted, send.apply(wanted.sent()), lacks));
  }

  private static List<HttpCase> all() {
    List<HttpCase> all = new ArrayList<>(HttpCases.all());
    all.addAll(HostileCases.all());
    return all;
  }

  private static Stream<DynamicTest> each(List<HttpCase> cases, Consumer<HttpCase> check) {
    return cases.stream()
        .map(wanted -> DynamicTest.dynamicTest(wanted.toString(), () -> check.accept(wanted)));
  }

  /** Whether the platform can do it, and then did. */
  private static boolean checkAnswer(HttpCase wanted, HttpGot got, Set<Need> lacks) {
    String body = new String(got.body(), StandardCharsets.UTF_8);
    assertFalse(body.contains("s3cret") || body.contains("Exception"), "told to the caller");
    @Nullable Need need = wanted.need();
    if (need != null && lacks.contains(need)) {
      checkLacking(need, got);
      return false;
    }
    assertEquals(wanted.status(), got.status(), () -> wanted + ": " + body);
    wanted
        .headers()
        .forEach(
            (name, value) ->
                assertEquals(
                    value, String.join(", ", got.headers().getOrDefault(name, List.of())), name));
    assertEquals(wanted.cookies(), got.cookies());
    @Nullable HttpBytes bytes = wanted.content();
    if (bytes != null) {
      assertArrayEquals(bytes.get(), got.body());
    }
    return true;
  }

  /** A clear error, or what docs/HTTP.md says in its place; never a part without a word. */
  private static void checkLacking(Need need, HttpGot got) {
    switch (need) {
      case REPEATED_QUERY -> assertEquals(204, got.status()); // With the values that came.
      case ENCODED_SLASH, ENCODED_PERCENT, ENCODED_CONTROL ->
          assertEquals(400, got.status()); // By the platform itself.
      case BROKEN_TARGET, UNKNOWN_METHOD -> assertProblem(400, got);
      case CASE_OF_METHOD -> {
        assertEquals(200, got.status());
        assertEquals("{\"id\":\"7\"}", new String(got.body(), StandardCharsets.UTF_8));
      }
      case COLLECTED_BODY -> assertBrokenOff(got);
      case SEVERAL_COOKIES -> {
        assertProblem(500, got);
        assertEquals(List.of(), got.cookies());
      }
      case BINARY_BODY -> assertProblem(415, got);
    }
  }

  private static void assertProblem(int status, HttpGot got) {
    assertEquals(status, got.status());
    assertEquals(List.of("application/problem+json"), got.headers().get("content-type"));
  }

  /** No response, or the beginning of one, with nothing behind what was written. */
  private static void assertBrokenOff(HttpGot got) {
    if (got.status() != 0) {
      assertEquals(200, got.status());
      assertTrue(got.body().length > 0, "nothing was sent");
    }
    assertArrayEquals(new byte[got.body().length], got.body());
  }

  /** Of each parameter that repeats, the platform hands over the last value. */
  private static void checkLastValues(HttpCase wanted, HttpApplication application) {
    Map<Object, Object> last = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(wanted.event().get("http.query")))
        .forEach((name, values) -> last.put(name, last((List<?>) values)));
    assertEquals(1, application.events.size(), "events");
    assertEquals(last, application.events.get(0).get("http.query"));
  }

  private static List<?> last(List<?> values) {
    return values.subList(values.size() - 1, values.size());
  }

  private static void checkEvent(HttpCase wanted, HttpApplication application) {
    if (wanted.event().isEmpty()) {
      return;
    }
    assertEquals(1, application.events.size(), "events");
    Event event = application.events.get(0);
    for (Map.Entry<String, Object> entry : wanted.event().entrySet()) {
      @Nullable Object found = event.get(entry.getKey());
      if (entry.getKey().startsWith("http.headers.")) {
        assertEquals(lines(entry.getValue()), lines(found), entry.getKey());
      } else {
        assertEquals(entry.getValue(), found, entry.getKey());
      }
    }
    assertTrue(event.has("raw"), "raw");
    assertEquals("http", event.get("kind"));
  }

  /** Gateways may join lines by commas; what they say together is the same. */
  private static String lines(@Nullable Object values) {
    List<String> lines = new ArrayList<>();
    if (values instanceof List<?> list) {
      for (Object value : list) {
        lines.add(String.valueOf(value));
      }
    }
    return String.join(",", lines).replace(", ", ",");
  }
}
