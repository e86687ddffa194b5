package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.batch.BatchFaults;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.http.HttpFaults;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.spi.Fields;
import dev.eventprocessor.testing.GoldenFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
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
    causeSelectionFaults();
    causeIncludeFaults();
    causeFilterFaults();
    causeDispatchFaults();
    BatchFaults.all().forEach(fault -> cause(fault::run));
    HttpFaults.all().forEach(fault -> cause(fault::run));
    causeDependencyFaults();
    causeWiringFaults();
    causeStrategyFaults();
    causePayloadFaults();
    causeValueFaults();
    causeTypeFaults();
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
  void thePagesTableHasARowForEachMomentAndNamesEveryId() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    List<String> moments = new ArrayList<>();
    List<Pattern> named = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("docs/ERRORS.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[3].contains("`")) {
        moments.add(cells[1].strip());
        Matcher name = Pattern.compile("`([^`]+)`").matcher(cells[3]);
        while (name.find()) {
          named.add(Pattern.compile(name.group(1).replace("...", ".*")));
        }
      }
    }

    assertEquals(List.copyOf(new LinkedHashSet<>(moments)), moments);
    for (ErrorId id : ErrorId.values()) {
      assertTrue(named.stream().anyMatch(each -> each.matcher(id.text()).matches()), id.text());
    }
    for (Pattern each : named) {
      assertTrue(
          Arrays.stream(ErrorId.values()).anyMatch(id -> each.matcher(id.text()).matches()),
          each.pattern());
    }
  }

  @Test
  void everyTextBeginsWithItsIdAndEndsASentence() {
    texts.forEach(
        (id, all) ->
            all.forEach(
                text -> {
                  assertTrue(text.startsWith("[" + id.text() + "] "), text);
                  assertTrue(text.endsWith(".") || text.endsWith("?"), text);
                  assertFalse(text.contains("s3cret"), text);
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
    cause(() -> Applications.trigger("aws", "gcp.pubsub"));
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

  private void causeSelectionFaults() {
    build(
        processors -> {
          processors.triggers("aws.sqs", "gcp.pubsub");
          processors.on(eq("http.method", "GET").and(exists("data"))).run(event -> {});
        });
    build(
        processors -> {
          processors.triggers("aws.sqss");
          processors.on(exists("data")).run(event -> {});
        });
    build(
        processors -> {
          processors.on(exists("a")).rank(10).named("audit").run(event -> {});
          processors.on(exists("a").and(exists("b"))).named("orders").run(event -> {});
        });
    build(
        processors -> {
          processors.on(any()).rank(1).named("log").run(event -> {});
          processors.on(exists("a")).named("orders").run(event -> {});
        });
    build(
        processors -> {
          processors.strategy(InvocationStrategy.SKIP_IF_AMBIGUOUS);
          processors.on(any()).named("log").run(event -> {});
          processors.on(exists("a")).named("orders").run(event -> {});
        });
    build(
        processors -> {
          processors.on(any()).named("log").run(event -> {});
          processors.otherwise().run(event -> {});
        });
    build(processors -> processors.otherwise().rank(-1).run(event -> {}));
  }

  private void causeIncludeFaults() {
    build(
        processors -> {
          processors.include(new Orders("a"));
          processors.include(new Orders("a"));
        });
    build(
        processors -> {
          processors.on(exists("a")).named("own").run(event -> {});
          processors.include(new Orders("a"));
        });
    cause(() -> EventProcessor.builder().include(new Endless()));
    build(
        processors -> {
          processors.otherwise().run(event -> {});
          processors.include(new Settings());
        });
  }

  /** Not equal to another, as most classes are. */
  private static final class Orders implements ProcessorModule {
    private final String path;

    Orders(String path) {
      this.path = path;
    }

    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(exists(path)).named("orders").run(event -> {});
    }
  }

  private static final class Endless implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.include(new Endless());
    }
  }

  private static final class Settings implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.strategy(InvocationStrategy.ALL_MATCHES);
    }
  }

  private void causeStrategyFaults() {
    dispatch(processors -> ambiguous(processors, 2));
    dispatch(processors -> ambiguous(processors, 12));
    for (int failing = 0; failing < 3; failing++) {
      int one = failing;
      EventProcessor.Builder processors = EventProcessor.builder();
      processors.strategy(InvocationStrategy.ALL_MATCHES);
      for (int i = 0; i < 3; i++) {
        int number = i;
        processors.on(any()).call(event -> number / (number == one ? 0 : 1));
      }
      EventProcessor processor = processors.build();
      ArithmeticException thrown =
          assertThrows(ArithmeticException.class, () -> processor.invoke(Map.of()));
      cause(
          () -> {
            throw java.util.Objects.requireNonNull(DispatchStoppedException.of(thrown));
          });
    }
  }

  private static void ambiguous(EventProcessor.Builder processors, int count) {
    processors.strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS);
    for (int i = 0; i < count; i++) {
      String key = "key" + i;
      processors.prepare(event -> event.with(key, "s3cret"));
      processors.on(exists(key)).run(event -> {});
    }
  }

  private void causeFilterFaults() {
    for (String path : List.of("a[", "a[x]", "a['b", "a['b'", "a['b']c", "a[1234567890]")) {
      cause(() -> dev.eventprocessor.Path.parse(path));
    }
    cause(() -> eq("order.total", Double.NaN));
    cause(() -> eq("order.state", Thread.State.NEW));
    cause(() -> Filter.of(Map.of("order", Map.of(1, "x"))));
    cause(() -> Filters.lt("order.total", Double.POSITIVE_INFINITY));
    cause(() -> Filters.oneOf("order.state"));
    cause(() -> Filters.anythingButPrefix("order.state"));
    cause(() -> Filters.between("order.total", 5, 1));
    cause(() -> Filters.wildcard("order.name", "a**b"));
    cause(() -> Filters.anythingButWildcard("order.name", "a\\b"));
    cause(() -> Filters.cidr("order.address", "10.0.0.0/33"));
    cause(() -> Filters.matches("order.name", "(a)\\1"));
    causePatternFaults();
  }

  private void causePatternFaults() {
    for (String pattern :
        List.of(
            "",
            "{\"a\": [1}",
            "{} {}",
            "[]",
            "{}",
            "{\"a\": {}}",
            "{\"a\": 1}",
            "{\"a\": []}",
            "{\"a\": [[1]]}",
            "{\"a\": [{}]}",
            "{\"a\": {\"b\": [{\"prefix\": 1}]}}",
            "{\"a\": [{\"prefix\": {\"suffix\": \"x\"}}]}",
            "{\"a\": [{\"matches\": \"x\"}]}",
            "{\"a\": [{\"exists\": 1}]}",
            "{\"a\": [{\"cidr\": \"10.0.0.0/32\"}]}",
            "{\"a\": [{\"wildcard\": \"**\"}]}",
            "{\"a\": [{\"anything-but\": [1, \"x\"]}]}",
            "{\"a\": [{\"anything-but\": []}]}",
            "{\"a\": [{\"anything-but\": {\"numeric\": \"x\"}}]}",
            "{\"a\": [{\"anything-but\": {\"prefix\": \"\"}}]}",
            "{\"a\": [{\"numeric\": [\"<\"]}]}",
            "{\"a\": [{\"numeric\": [\"!\", 1]}]}",
            "{\"a\": [{\"numeric\": [\"<\", \"1\"]}]}",
            "{\"a\": [{\"numeric\": [\"<\", 1e400]}]}",
            "{\"a\": [{\"numeric\": [\"<\", 1, \">\", 2]}]}",
            "{\"a\": [{\"numeric\": [\">\", 2, \"<\", 1]}]}",
            "{\"a\": [{\"numeric\": [\">\", 1.7976931348623157e308]}]}",
            "{\"$or\": [{\"a\": [1]}]}",
            "{\"$or\": [{\"a\": [1]}, 1]}",
            "{\"$or\": [{\"prefix\": [1]}, {\"a\": [{}]}]}")) {
      cause(() -> EventPattern.parse(pattern));
    }
    cause(() -> Filters.toEventPattern(any()));
    cause(() -> Filters.toEventPattern(eq("a", List.of())));
    cause(() -> Filters.toEventPattern(eq("a", new java.math.BigDecimal("1e400"))));
    cause(() -> Filters.toEventPattern(eq("a[0]", 1)));
    cause(() -> Filters.toEventPattern(Filters.gt("a", 1).and(Filters.prefix("a", "x"))));
    cause(() -> Filters.toEventPattern(Filters.not(eq("a", 1).and(eq("b", 1)))));
    cause(() -> Filters.toEventPattern(Filters.matches("a", "x")));
    cause(() -> Filters.toEventPattern(Filters.test("odd", event -> true)));
    cause(() -> Filters.toEventPattern(Filters.anythingBut("a", 1, "x")));
    cause(() -> Filters.toEventPattern(Filters.anyOf()));
    cause(() -> Filters.toEventPattern(Filters.prefix("a", "x\"")));
    cause(() -> Filters.toEventPattern(eq("$or", 1)));
    cause(() -> Filters.toEventPattern(Filters.anythingButPrefix("a", "")));
    cause(() -> Filters.toEventPattern(eq("a", 1).or(any())));
    cause(() -> Filters.toEventPattern(Filters.equalsIgnoreCase("a", "\ud83d\ude00")));
    cause(() -> Filters.toEventPattern(Filters.not(eq("a[*]", 1))));
    cause(() -> Filters.toEventPattern(Filters.anyElement("a", Filters.absent("b"))));
    cause(() -> Filters.toEventPattern(eq("a[*].b", 1).and(eq("a[*].c", 1))));
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

  private void causeDependencyFaults() {
    dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.<String>needing(
                            "bucket", name -> List.of(), (name, needed) -> needed.get(client("x")))
                        .unnamed())
                .run((event, bucket) -> {}));
    dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    Dependency.<AutoCloseable>of(
                            "session",
                            () ->
                                () -> {
                                  throw new IOException("no network");
                                })
                        .perInvocation())
                .run((event, session) -> {}));
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().with(client("x")).run((event, client) -> {});
    EventProcessor closed = processors.build();
    closed.close();
    cause(() -> closed.invoke(Map.of()));
    Dependency<Object> session = Dependency.of("session", Object::new).perInvocation();
    List<Dependencies> kept = new ArrayList<>();
    EventProcessor.Builder others = EventProcessor.builder();
    others.otherwise().needs(session).process((event, all) -> kept.add(all));
    others.build().invoke(Map.of());
    cause(() -> kept.get(0).get(session));
  }

  private void causeWiringFaults() {
    Dependency<Object> none = null;
    build(processors -> processors.otherwise().with(none).run((event, missing) -> {}));
    build(
        processors ->
            processors
                .otherwise()
                .with(Dependency.of("orders", none, missing -> missing))
                .run((event, orders) -> {}));
    build(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.needing(
                            "bucket", name -> List.of(client(null), null), (name, needed) -> name)
                        .named("a"))
                .run((event, bucket) -> {}));
    build(processors -> processors.otherwise().with(Circle.A.named("x")).run((event, a) -> {}));
    build(processors -> processors.otherwise().with(Circle.ENDLESS.named("")).run((e, a) -> {}));
    Dependency<Object> cart =
        Dependency.of("cart", Dependency.EVENT, event -> new Object()).perInvocation();
    build(
        processors ->
            processors
                .otherwise()
                .with(Dependency.of("orders", cart, all -> all))
                .run((event, orders) -> {}));
    build(processors -> processors.otherwise().with(cart.primed()).run((event, primed) -> {}));
    build(processors -> processors.prepare(cart, (e, all) -> e).otherwise().run(event -> {}));
    build(
        processors ->
            processors
                .override(client("slak"), "fake")
                .override("klient", name -> "fake")
                .override("nothing-like-it", name -> "fake")
                .otherwise()
                .with(client("slack"))
                .run((event, client) -> {}));
  }

  /** Factories that need each other. */
  private static final class Circle {
    static final DependencyFactory<String> A =
        DependencyFactory.needing("a", name -> List.of(Circle.B), (name, needed) -> name);
    static final Dependency<String> B =
        DependencyFactory.needing("b", none -> List.of(Circle.A.named("x")), (none, needed) -> none)
            .unnamed();
    static final DependencyFactory<String> ENDLESS =
        DependencyFactory.needing(
            "endless", name -> List.of(Circle.ENDLESS.named(name + "x")), (name, needed) -> name);
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
    Event undecoded = Event.of(Map.of(), Content.decode("{\"s3cret", "application/json"));
    cause(() -> undecoded.text("data.order.id"));
    cause(() -> undecoded.json("data.order.id"));
    cause(() -> Json.write(new Object()));
    cause(() -> Json.write(Map.of(1, 1)));
    cause(() -> Json.write(Double.NaN));
    cause(() -> Json.write(Collections.nCopies(1, nested(500))));
  }

  private void causeTypeFaults() throws IOException {
    Map<String, Object> item = new java.util.HashMap<>(Map.of("price", "s3cret", "state", "NEW"));
    Event event = Event.of(Map.of("data", Map.of("items", List.of(item))));
    cause(() -> event.number("data.items"));
    cause(() -> event.as("data.other", Order.class));
    cause(() -> event.as("data", Order.class));
    cause(() -> event.list("data.items", Item.class));
    item.put("price", 3_000_000_000L);
    cause(() -> event.as("data", Order.class));
    cause(() -> event.as("data.items[0].price", int.class));
    item.remove("price");
    cause(() -> event.as("data", Order.class));
    item.putAll(Map.of("price", 1, "state", "s3cret"));
    cause(() -> event.as("data", Order.class));
    item.putAll(Map.of("price", -1, "state", "NEW"));
    cause(() -> event.as("data", Order.class));
    cause(() -> Event.of(Map.of("items", "s3cret")).as(Order.class));
    cause(() -> Event.of(Map.of("items", List.of("s3cret"))).as(Order.class));
    cause(() -> Event.of(Map.of("a\nb", Map.of("c.d", "s3cret"))).as(Numbers.class));
    cause(() -> event.as("data", ProcessorModule.class));
    cause(() -> Event.of(Map.of("it", Map.of("a", 1))).as(Holder.class));
    cause(() -> Event.of(Map.of("a", nested(501))).as(Order.class));
    cause(() -> Isolated.withoutJackson().run(Probes.UsesAType.class));
  }

  record Order(List<Item> items) {}

  record Item(int price, State state) {
    Item {
      if (price < 0) {
        throw new IllegalArgumentException("s3cret");
      }
    }
  }

  enum State {
    NEW,
    PAID
  }

  record Numbers(@com.fasterxml.jackson.annotation.JsonProperty("a\nb") Map<String, Integer> all) {}

  record Holder(Runnable it) {}

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
