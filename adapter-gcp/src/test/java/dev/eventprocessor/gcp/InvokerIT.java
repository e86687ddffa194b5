package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.gcp.FrameworkAnswer;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three entry points in Google's own invoker, in a process of its own. */
class InvokerIT {

  /** What the framework itself refuses to make a CloudEvent of, before any function sees it. */
  private static final List<String> REFUSED =
      List.of(
          "any/cloudevents/cesdk-json_data_with_ext_invalid.json",
          "gcp/audit-log/gce-structured-LogEntryData-bigqueryjobcompleted.json",
          "gcp/cloudevents/ffnode-bin-wrong-structured-content-type.json",
          "gcp/gcf-unknown-type/ffjava-adder_gcf_ga_event.json");

  private static final Map<String, FunctionsFramework> SERVED = new TreeMap<>();

  @AfterAll
  static void stop() {
    SERVED.values().forEach(FunctionsFramework::close);
  }

  @ParameterizedTest
  @EnumSource
  void everyPayloadIsTheSameEventInTheInvokerAsDirectly(FrameworkVersion version) throws Exception {
    FunctionsFramework http = served(HttpEntrypoint.class, version);
    for (Corpus.Sample sample : Corpus.samples()) {
      Requests direct = new Requests();
      int status = direct.send(sample.request()).status();

      FrameworkAnswer answer = Deployed.send(http, sample.request());

      if (sample.trigger().equals("http")) {
        assertEquals(200, answer.status(), sample.file());
        assertEquals(
            direct.only().get("data"), ((Map<?, ?>) Json.read(answer.body().text())).get("data"));
      } else {
        assertEquals(status, answer.status(), sample.file());
        assertSame(direct.events(), Deployed.events(answer.log()), sample.file());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cloudEventsAreTheSameEventWhicheverEntryPointTakesThem(FrameworkVersion version)
      throws Exception {
    FunctionsFramework framework = served(CloudEventEntrypoint.class, version);
    List<String> refused = new ArrayList<>();
    for (Corpus.Sample sample : Corpus.samples()) {
      if (isEvent(sample)) {
        FrameworkAnswer answer = Deployed.send(framework, sample.request());

        if (answer.status() == 200) {
          assertSame(
              List.of(Requests.event(sample.request())),
              Deployed.events(answer.log()),
              sample.file());
        } else {
          refused.add(sample.file());
        }
      }
    }

    assertEquals(REFUSED, refused);
  }

  @ParameterizedTest
  @EnumSource
  void eventsOfTheFirstGenerationAreTheSameInTheirOwnEntryPoint(FrameworkVersion version)
      throws Exception {
    FunctionsFramework framework = served(BackgroundEntrypoint.class, version);
    for (Corpus.Sample sample : Corpus.samples()) {
      if (sample.form().equals("gcf-legacy")) {
        FrameworkAnswer answer = Deployed.send(framework, sample.request());

        assertEquals(200, answer.status(), sample.file());
        assertSame(
            List.of(Requests.event(sample.request())),
            Deployed.events(answer.log()),
            sample.file());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFailureOfAnyKindIsNeverAcknowledgedAndNeverEndsTheInstance(FrameworkVersion version)
      throws Exception {
    Map<String, Integer> push = new LinkedHashMap<>();
    push.put("throw", 500);
    push.put("error", 500);
    push.put("reject", 422);
    push.put("later", 503);
    for (Map.Entry<String, Integer> failure : push.entrySet()) {
      FunctionsFramework http = served(HttpEntrypoint.class, version);
      FrameworkAnswer pushed =
          Deployed.send(http, FakeHttpRequest.post(message("1", failure.getKey())));
      FunctionsFramework events = served(CloudEventEntrypoint.class, version);
      FrameworkAnswer event = Deployed.send(events, binary(failure.getKey()));

      assertEquals(failure.getValue(), pushed.status(), failure.getKey());
      assertEquals("", pushed.body().text());
      assertTrue(String.join("\n", pushed.log()).contains("on purpose"), pushed.log().toString());
      assertEquals(500, event.status());
      assertTrue(http.isAlive() && events.isAlive());
      assertEquals(204, Deployed.send(http, FakeHttpRequest.post(message("2", "fine"))).status());
      assertEquals(200, Deployed.send(events, binary("fine")).status());
    }
  }

  @ParameterizedTest
  @EnumSource
  void malformedCloudEventsAreTheSendersFault(FrameworkVersion version) throws Exception {
    FunctionsFramework http = served(HttpEntrypoint.class, version);
    List<FakeHttpRequest> malformed =
        List.of(
            FakeHttpRequest.post("{\"specversion\": \"1.0\"")
                .header("Content-Type", "application/cloudevents+json"),
            FakeHttpRequest.post("{\"specversion\": \"1.0\"}")
                .header("Content-Type", "application/cloudevents+json"),
            FakeHttpRequest.post("[{}]")
                .header("Content-Type", "application/cloudevents-batch+json"),
            FakeHttpRequest.post("{}").header("ce-specversion", "1.0").header("ce-id", "1"));
    for (FakeHttpRequest request : malformed) {
      FrameworkAnswer answer = Deployed.send(http, request);

      assertEquals(400, answer.status());
      assertTrue(answer.body().text().startsWith("[payload-wrong-shape] "), answer.body().text());
      assertEquals(List.of(), Deployed.events(answer.log()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sixtyFourRequestsAtOnceGiveWhatTheyGiveOneAfterTheOther(FrameworkVersion version)
      throws Exception {
    FunctionsFramework http = served(HttpEntrypoint.class, version);
    List<FakeHttpRequest> requests = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      requests.add(
          FakeHttpRequest.post("{\"number\": " + i + "}")
              .header("Content-Type", "application/json")
              .header("Function-Execution-Id", "execution-" + i)
              .header(
                  "traceparent",
                  "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920" + (1000 + i) + "-01"));
    }
    List<String> inTurn = new ArrayList<>();
    for (FakeHttpRequest request : requests) {
      inTurn.add(Deployed.send(http, request).body().text());
    }

    List<String> atOnce = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<FrameworkAnswer>> answers = new ArrayList<>();
      for (FakeHttpRequest request : requests) {
        answers.add(threads.submit(() -> Deployed.send(http, request)));
      }
      for (Future<FrameworkAnswer> answer : answers) {
        atOnce.add(answer.get().body().text());
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(inTurn, atOnce);
    assertEquals(64, new TreeSet<>(atOnce).size());
    assertTrue(atOnce.get(7).contains("\"execution\":\"execution-7\""), atOnce.get(7));
    assertTrue(atOnce.get(7).contains("\"function\":\"orders\",\"limited\":true"), atOnce.get(7));
    assertTrue(atOnce.get(7).contains("716920" + 1007), atOnce.get(7));
  }

  private static boolean isEvent(Corpus.Sample sample) {
    return !sample.tags().contains("must-be-rejected")
        && (sample.form().startsWith("cloudevent-") || sample.form().equals("gcf-legacy"));
  }

  /** Without raw, which is what each came in; where a database is stands in its domain only. */
  private static void assertSame(List<Event> expected, List<Map<?, ?>> events, String file) {
    assertEquals(expected.size(), events.size(), file);
    for (int i = 0; i < events.size(); i++) {
      Object direct = Json.read(Json.write(expected.get(i).asMap()));
      assertEquals(portable((Map<?, ?>) direct, file), portable(events.get(i), file), file);
    }
  }

  private static Object portable(Map<?, ?> event, String file) {
    Map<Object, Object> portable = new LinkedHashMap<>(event);
    assertFalse(portable.remove("raw") == null, file);
    portable.computeIfPresent( // Jetty spells a charset in its own ways.
        "datacontenttype",
        (key, type) -> ((String) type).toLowerCase(Locale.ROOT).replace(" ", ""));
    if (file.startsWith("gcp/firebase-database/") && file.contains("legacy")) {
      portable.remove("source");
      portable.remove("resource");
    }
    return portable;
  }

  private static FakeHttpRequest binary(String data) {
    return FakeHttpRequest.post(data)
        .header("Content-Type", "text/plain")
        .header("ce-specversion", "1.0")
        .header("ce-id", "1")
        .header("ce-source", "/test")
        .header("ce-type", "test");
  }

  private static String message(String id, String data) {
    String base64 = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
    return "{\"subscription\": \"projects/p/subscriptions/s\", \"message\": {\"messageId\": \""
        + id
        + "\", \"data\": \""
        + base64
        + "\"}}";
  }

  private static synchronized FunctionsFramework served(
      Class<?> entrypoint, FrameworkVersion version) throws InterruptedException {
    String name = entrypoint.getSimpleName() + version;
    FunctionsFramework framework = SERVED.get(name);
    if (framework == null) {
      framework = Deployed.serve(entrypoint, version);
      SERVED.put(name, framework);
    }
    return framework;
  }
}
