package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.BatchReports;
import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.batch.Outcome;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Fields;
import dev.eventprocessor.testing.GoldenFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text that core says when something is wrong, as approved; and docs/ERRORS.md beside it. */
class ErrorTextsTest {

  private static final String MODULES = "dev.eventprocessor.spi.Modules$";

  @TempDir Path folder;

  private final Map<ErrorId, List<String>> texts = new EnumMap<>(ErrorId.class);

  @BeforeEach
  void causeEverything() throws IOException {
    causeModuleFaults();
    causeRegistryFaults();
    causeFilterFaults();
    causeDispatchFaults();
    causeBatchFaults();
    causePayloadFaults();
    causeValueFaults();
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsTheApprovedOne(ErrorId id) {
    List<String> found = texts.getOrDefault(id, List.of());

    assertFalse(found.isEmpty(), () -> "no test causes " + id.text());
    GoldenFile.assertMatches("errors/" + id.text() + ".txt", String.join("\n\n", found));
  }

  @Test
  void everyGoldenFileIsOfAnId() throws IOException {
    List<String> ids = Arrays.stream(ErrorId.values()).map(id -> id.text() + ".txt").toList();
    try (var files = Files.list(Path.of("src/test/resources/errors"))) {
      assertEquals(
          ids.stream().sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void everyIdHasItsEntryInTheDocumentationAndEveryEntryItsId() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/ERRORS.md"));

    List<String> entries = new ArrayList<>();
    Matcher heading = Pattern.compile("(?m)^### `?([^`\\n]+)`?$").matcher(page);
    while (heading.find()) {
      entries.add(heading.group(1));
    }

    List<String> ids = Arrays.stream(ErrorId.values()).map(ErrorId::text).toList();
    assertEquals(ids, entries);
  }

  @Test
  void everyTextBeginsWithItsIdAndEndsASentence() {
    texts.forEach(
        (id, all) ->
            all.forEach(
                text -> {
                  assertTrue(text.startsWith("[" + id.text() + "] "), text);
                  assertTrue(text.endsWith("."), text);
                }));
  }

  @Test
  void idsAreWordsJoinedByHyphens() {
    for (ErrorId id : ErrorId.values()) {
      assertEquals(id.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), id.text());
    }
  }

  private void causeModuleFaults() throws IOException {
    ClassLoader own = ErrorTextsTest.class.getClassLoader();
    cause(() -> Applications.module(services(""), null));
    cause(() -> Applications.module(services(MODULES + "Good", MODULES + "AlsoGood"), null));
    cause(() -> Applications.module(own, "com.example.Missing"));
    cause(() -> Applications.module(own, MODULES + "NoModule"));
    cause(() -> Applications.module(own, MODULES + "FailsWhenMade"));
    cause(() -> Applications.module(own, MODULES + "FailsWhenLoaded"));
    cause(() -> Applications.module(own, MODULES + "NeedsAParameter"));
    cause(() -> Applications.module(services("com.example.Missing"), null));
    cause(() -> Applications.build(Applications.module(own, MODULES + "FailsWhenRegistering")));
  }

  private void causeRegistryFaults() {
    build(processors -> {});
    build(processors -> processors.on(exists("a")).named("orders"));
    build(
        processors -> {
          processors.on(exists("a")).named("orders").run(event -> {});
          processors.on(exists("b")).named("orders").run(event -> {});
        });
    build(
        processors -> {
          processors.on(exists("a")).needs(client("one")).run(event -> {});
          processors.on(exists("b")).needs(client("two")).run(event -> {});
        });
    build(
        processors -> {
          processors.on(Map.of("type", "order")).named("one").run(event -> {});
          processors.on(eq("type", "order")).named("two").run(event -> {});
        });
    build(
        processors -> {
          processors.otherwise().named("log").run(event -> {});
          processors.otherwise().named("drop").run(event -> {});
        });
    build(
        processors -> {
          processors.on(exists("a")).named("orders");
          processors.on(exists("a")).named("orders").run(event -> {});
        });
  }

  private void causeFilterFaults() {
    for (String path : List.of("a[", "a[x]", "a['b", "a['b'", "a['b']c", "a[1234567890]")) {
      cause(() -> dev.eventprocessor.Path.parse(path));
    }
    cause(() -> eq("order.total", Double.NaN));
    cause(() -> eq("order.state", Thread.State.NEW));
    cause(() -> Filter.of(Map.of("order", Map.of(1, "x"))));
  }

  private void causeDispatchFaults() {
    dispatch(processors -> processors.on(any()).prepare(event -> null).run(event -> {}));
    dispatch(processors -> processors.prepare(event -> null).otherwise().run(event -> {}));
    dispatch(
        processors -> {
          processors.on(exists("a").and(eq("b", 1))).run(event -> {});
          processors.on(exists("c[0]")).run(event -> {});
        });
    dispatch(processors -> processors.on(any().and(exists("a"))).run(event -> {}));
    dispatch(
        processors ->
            processors
                .otherwise()
                .needs(client("x"))
                .process((event, dependencies) -> dependencies.get(client("y"))));
    dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.of(
                            "client",
                            parameter -> {
                              throw new IOException("no network");
                            })
                        .named("x"))
                .run((event, client) -> {}));
    dispatch(
        processors ->
            processors
                .otherwise()
                .with(DependencyFactory.of("client", parameter -> null).named("x"))
                .run((event, client) -> {}));
  }

  private void causeBatchFaults() {
    cause(() -> BatchSettings.DEFAULT.parallel(0));
    cause(() -> BatchSettings.DEFAULT.margin(Duration.ofSeconds(-1)));
    for (Outcome.Reason reason : Outcome.Reason.values()) {
      cause(() -> Failures.unchecked(new Outcome.NotRun(reason).cause()));
    }
    BatchSettings refusing =
        BatchSettings.DEFAULT
            .parkingLot((event, reason) -> refuse())
            .retryDelay((event, delay) -> refuse());
    EventProcessor.Builder processors = EventProcessor.builder().batch(refusing);
    processors
        .on(exists("later"))
        .run(
            event -> {
              throw new RetryException("busy", Duration.ofSeconds(1));
            });
    EventProcessor processor = processors.build();
    cause(() -> Batch.single(processor, Event.of(Map.of()), Invocation.UNKNOWN));
    cause(() -> Batch.single(processor, Event.of(Map.of("later", 1)), Invocation.UNKNOWN));
    cause(() -> BatchReports.oneOfTwoFailed(new IOException("s3cret")).orThrow());
  }

  private static void refuse() throws IOException {
    throw new IOException("s3cret");
  }

  private void causePayloadFaults() {
    cause(() -> Json.read(""));
    cause(() -> Json.read("{\"a\":"));
    cause(() -> Json.read("{\"a\":1}}"));
    cause(() -> Json.read("1e99999999999"));
    cause(() -> Json.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_16)));
    cause(() -> Json.read(new byte[17 * 1024 * 1024]));
    cause(() -> Json.read("[1,2,3]".getBytes(UTF_8), new JsonLimits(5, 5)));
    cause(() -> Json.read("9".repeat(1001)));
    cause(() -> Json.read("[".repeat(501)));
    cause(() -> Fields.of(List.of(), "SQS event"));
    cause(() -> Fields.of(Map.of("Records", "x"), "SQS event").size("Records"));
    cause(() -> Fields.of(Map.of("Records", List.of(1)), "SQS event").element("Records", 0));
    cause(() -> Fields.of(Map.of(), "SNS event").requiredText("TopicArn"));
  }

  private void causeValueFaults() {
    Event event = Event.of(Collections.singletonMap("total", 5));
    cause(() -> event.text("total"));
    cause(() -> event.text("order.id"));
    cause(() -> event.json("order.id"));
    cause(() -> Json.write(new Object()));
    cause(() -> Json.write(Map.of(1, 1)));
    cause(() -> Json.write(Double.NaN));
    cause(() -> Json.write(Collections.nCopies(1, nested(500))));
  }

  private static Object nested(int depth) {
    Object nested = 1;
    for (int i = 0; i < depth; i++) {
      nested = List.of(nested);
    }
    return nested;
  }

  private static Dependency<String> client(String parameter) {
    return DependencyFactory.of("client", made -> made + parameter).named(parameter);
  }

  private void build(Consumer<EventProcessor.Builder> registration) {
    EventProcessor.Builder processors = EventProcessor.builder();
    registration.accept(processors);
    cause(processors::build);
  }

  private void dispatch(Consumer<EventProcessor.Builder> registration) {
    EventProcessor.Builder processors = EventProcessor.builder();
    registration.accept(processors);
    EventProcessor processor = processors.build();
    cause(() -> processor.invoke(Map.of("s3cret", "s3cret")));
  }

  private void cause(Executable fault) {
    EventProcessorException thrown = assertThrows(EventProcessorException.class, fault);
    texts.computeIfAbsent(thrown.id(), id -> new ArrayList<>()).add(thrown.getMessage());
  }

  private ClassLoader services(String... names) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ProcessorModule.class.getName()), String.join("\n", names));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, ErrorTextsTest.class.getClassLoader());
  }
}
