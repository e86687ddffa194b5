package dev.eventprocessor.examples.alarms.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the packaged application owes in every cloud's runtime: the same words for the same alarm,
 * and for bad input a typed error that gives nothing away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AlarmNotifierContract {

  static final Path EXAMPLE =
      Path.of(System.getProperty("project.root")).resolve("examples/alarm-notifier");

  /** Stands in every bad payload; no error and no log line may hold it. */
  private static final String SECRET = "s3cr3t-of-the-event";

  private static final Map<String, String> TRACE = Map.of("EVENT_PROCESSOR_TRACE", "true");

  private Cloud cloud;

  /** Where the build put the deployable. */
  abstract Path deployable();

  abstract Cloud start(Path deployment, Map<String, String> environment)
      throws InterruptedException;

  /** A message's content by every trigger of this cloud that the application has. */
  abstract List<Delivery> deliveries(byte[] content);

  /** A payload as it is, on the trigger whose payload is JSON. */
  abstract Delivery raw(byte[] payload);

  /** JSON, but not in the shape that its trigger documents. */
  abstract Delivery wrongShape(String secret);

  /** The deployable without the application's own jar, or without the name of its module. */
  abstract Path withoutApplication(Path temporary) throws Exception;

  /** The names that the library gives to {@link #deliveries}, in their order. */
  abstract List<String> triggers();

  /** Before each test, because only what a test itself skips is told as skipped. */
  @BeforeEach
  void deploy() throws InterruptedException {
    if (cloud == null) {
      cloud = start(deployable(), TRACE);
    }
  }

  @AfterAll
  void shutDown() {
    if (cloud != null) {
      cloud.close();
    }
  }

  @Test
  void theSeedsAlarmIsToldInTheSeedsWordsByEveryTrigger() throws Exception {
    List<String> dispatches = new ArrayList<>();
    for (Delivery delivery : deliveries(payload("alarm.json"))) {
      Outcome outcome = cloud.deliver(delivery);

      assertNull(outcome.failure(), delivery.trigger());
      assertEquals(
          List.of("Send in slack: Alarm ServerCpuTooHigh went from OK to ALARM"),
          outcome.said(),
          delivery.trigger());
      dispatches.addAll(outcome.dispatches());
    }
    assertEquals(
        triggers().stream().map(name -> name + " -> started-alarming").toList(), dispatches);
  }

  @Test
  void theSeedsUnexpectedEventIsToldByEveryTrigger() throws Exception {
    for (Delivery delivery : deliveries(payload("unexpected.json"))) {
      Outcome outcome = cloud.deliver(delivery);

      assertNull(outcome.failure(), delivery.trigger());
      assertEquals(
          List.of("Send in slack: Unexpected event: {\"Unexpected\":\"Oops!\"}"),
          outcome.said(),
          delivery.trigger());
    }
  }

  @Test
  void anAlarmThatWasNotOkBeforeIsUnexpected() throws Exception {
    String alarm =
        new String(payload("alarm.json"), StandardCharsets.UTF_8)
            .replace("\"OK\"", "\"INSUFFICIENT_DATA\"");

    for (Delivery delivery : deliveries(alarm.getBytes(StandardCharsets.UTF_8))) {
      Outcome outcome = cloud.deliver(delivery);

      assertEquals(1, outcome.said().size(), delivery.trigger());
      assertTrue(outcome.said().get(0).startsWith("Send in slack: Unexpected event: {"));
    }
  }

  @Test
  void emptyPayloadsAreTypedErrors() throws Exception {
    assertTyped("payload-empty", raw(new byte[0]));
  }

  @Test
  void payloadsThatAreNoJsonAreTypedErrors() throws Exception {
    assertTyped("payload-not-json", raw(bytes("{\"key\": " + SECRET + "}")));
    assertTyped("payload-not-json", raw(bytes("{\"key\": \"" + SECRET)));
  }

  @Test
  void payloadsOfTwentyMegabytesAreTypedErrors() throws Exception {
    byte[] payload = new byte[20 * 1024 * 1024];
    Arrays.fill(payload, (byte) ' ');
    byte[] value = bytes("{\"key\": \"" + SECRET + "\"");
    System.arraycopy(value, 0, payload, 0, value.length);
    payload[payload.length - 1] = '}';

    assertTyped("payload-too-large", raw(payload));
  }

  @Test
  void payloadsNestedTenThousandDeepAreTypedErrors() throws Exception {
    String deep = "{\"key\":".repeat(10_000) + '"' + SECRET + '"' + "}".repeat(10_000);

    assertTyped("payload-too-deep", raw(bytes(deep)));
  }

  @Test
  void payloadsInTheWrongShapeAreTypedErrors() throws Exception {
    assertTyped("payload-wrong-shape", wrongShape(SECRET));
  }

  @Test
  void theFunctionStillWorksAfterBadInput() throws Exception {
    cloud.deliver(raw(bytes("{")));

    Outcome outcome = cloud.deliver(deliveries(payload("alarm.json")).get(0));

    assertNull(outcome.failure());
    assertEquals(1, outcome.said().size());
  }

  @ParameterizedTest
  @CsvSource({
    "com.example.Missing, module-not-found",
    "java.lang.String, module-wrong-type",
    "dev.eventprocessor.examples.alarms.Messenger, module-wrong-type",
  })
  void aModuleThatIsNoneIsTold(String module, String id) throws Exception {
    String told = tellOf(deployable(), Map.of("EVENT_PROCESSOR_MODULE", module));

    assertTrue(told.contains("[" + id + "]"), told);
    assertTrue(told.contains(module), told);
  }

  @Test
  void theModuleCanBeNamed() throws Exception {
    Map<String, String> named =
        Map.of("EVENT_PROCESSOR_MODULE", "dev.eventprocessor.examples.alarms.AlarmProcessors");
    try (Cloud other = start(deployable(), named)) {
      Outcome outcome = other.deliver(deliveries(payload("alarm.json")).get(0));

      assertEquals(1, outcome.said().size());
      assertEquals(List.of(), outcome.dispatches(), "without a trace nothing is printed");
    }
  }

  @Test
  void aDeploymentWithoutAnApplicationIsTold(@TempDir Path temporary) throws Exception {
    String told = tellOf(withoutApplication(temporary), Map.of());

    assertTrue(told.contains("[module-missing]"), told);
    assertTrue(told.contains("EVENT_PROCESSOR_MODULE"), told);
  }

  private void assertTyped(String id, Delivery delivery) throws InterruptedException {
    Outcome outcome = cloud.deliver(delivery);

    assertNotNull(outcome.failure(), "it was taken for good input");
    String told = outcome.failure() + "\n" + String.join("\n", outcome.log());
    assertTrue(told.contains("[" + id + "]"), told);
    assertFalse(told.contains(SECRET), told);
  }

  /** What a function that cannot start tells, at the start or at the first event. */
  private String tellOf(Path deployment, Map<String, String> environment)
      throws InterruptedException {
    try (Cloud broken = start(deployment, environment)) {
      return String.valueOf(broken.deliver(deliveries(bytes("{}")).get(0)).failure());
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] payload(String name) throws Exception {
    try (var file = Demo.class.getResourceAsStream("/payloads/" + name)) {
      return file.readAllBytes();
    }
  }
}
