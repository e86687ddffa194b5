package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.RandomCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Order, strategies, policies, explanations and checks against a definition that is plain. */
class DispatchPropertyTest {

  private static final List<String> PATHS = List.of("a", "b", "c", "a.a", "a[0]");

  /** A random registry: what is registered, and how. */
  private record Case(
      InvocationStrategy strategy,
      List<Row> rows,
      boolean otherwise,
      boolean captures,
      EventProcessor.Builder builder) {}

  @Test
  void everyStrategyUnderEveryPolicyDoesWhatTheDefinitionSays() {
    RandomCases.check(
        4000,
        random -> {
          Case drawn = draw(random);
          @Nullable EventProcessor processor = built(drawn);
          for (int i = 0; processor != null && i < 4; i++) {
            Map<String, Object> event = event(random);
            assertEquals(byDefinition(drawn, event), outcome(processor, event));
          }
        });
  }

  @Test
  void theSameHoldsWhenManyEventsHaveMadeAFewRegistrationsAnIndex() {
    AtomicInteger indexed = new AtomicInteger();
    RandomCases.check(
        800,
        random -> {
          Case drawn = draw(random);
          AtomicInteger asked = withProbe(drawn);
          @Nullable EventProcessor processor = drawn.rows.size() < 2 ? null : built(drawn);
          if (processor == null) {
            return;
          }
          Map<String, Object> refused = refusedByMost(drawn, random);
          for (int i = 0; i < 3_000; i++) {
            outcome(processor, refused);
          }
          asked.set(0);
          outcome(processor, refused);
          indexed.addAndGet(asked.get() == 0 ? 1 : 0);
          for (int i = 0; i < 100; i++) {
            Map<String, Object> event = event(random);
            assertEquals(byDefinition(drawn, event), outcome(processor, event));
          }
        });
    if (Long.getLong("case.seed") == null) {
      assertTrue(indexed.get() >= 200, "only " + indexed + " of the registries had an index");
    }
  }

  /**
   * A registration that goes first and accepts nothing. Its test is asked wherever registrations
   * are asked in order, and never where an index leads to them.
   */
  private static AtomicInteger withProbe(Case drawn) {
    AtomicInteger asked = new AtomicInteger();
    drawn
        .builder
        .on(
            Filters.test("probe", event -> asked.incrementAndGet() > 0)
                .and(Filters.exists("probe")))
        .rank(9)
        .named("probe")
        .run(event -> {});
    return asked;
  }

  private static Map<String, Object> refusedByMost(Case drawn, Random random) {
    Map<String, Object> best = event(random);
    for (int i = 0; i < 10; i++) {
      Map<String, Object> other = event(random);
      best = accepting(drawn, other) < accepting(drawn, best) ? other : best;
    }
    return best;
  }

  private static long accepting(Case drawn, Map<String, Object> event) {
    return drawn.rows.stream().filter(row -> row.filter().matches(Event.of(event))).count();
  }

  @Test
  void theExplanationSaysWhatInvokeDoes() {
    RandomCases.check(
        4000,
        random -> {
          Case drawn = draw(random);
          @Nullable EventProcessor processor = built(drawn);
          for (int i = 0; processor != null && i < 4; i++) {
            Map<String, Object> event = event(random);
            Explanation explanation = processor.explain(event);
            assertEquals(chosen(drawn, event), told(explanation));
            for (Row row : drawn.rows) {
              assertEquals(row.filter().unmet(Event.of(event)), entry(explanation, row).unmet());
            }
          }
        });
  }

  @Test
  void whatIsReportedAsUnreachableNeverRuns() {
    RandomCases.check(
        4000,
        random -> {
          Case drawn = draw(random);
          for (Row never : reportedAsUnreachable(drawn)) {
            for (int i = 0; i < 20; i++) {
              List<String> chosen = chosen(drawn, event(random));
              assertEquals(false, chosen.contains(never.name()), never.name());
            }
          }
        });
  }

  @Test
  void sixtyFourThreadsGetTheSameOutcomesAsOneUnderEveryStrategy() throws Exception {
    for (InvocationStrategy strategy : InvocationStrategy.values()) {
      EventProcessor processor = manyModules(strategy);
      List<String> expected = new ArrayList<>();
      List<Explanation> explained = new ArrayList<>();
      for (int n = 0; n < 40; n++) {
        explained.add(processor.explain(numbered(n)));
        expected.add(outcome(processor, numbered(n)));
      }
      ExecutorService threads = Executors.newFixedThreadPool(64);
      CountDownLatch start = new CountDownLatch(64);
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 64; t++) {
        int offset = t;
        all.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int i = 0; i < 200; i++) {
                    int n = (offset + i) % 40;
                    assertEquals(expected.get(n), outcome(processor, numbered(n)));
                    assertEquals(explained.get(n), processor.explain(numbered(n)));
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      threads.shutdown();
    }
  }

  private static EventProcessor manyModules(InvocationStrategy strategy) {
    EventProcessor.Builder builder = EventProcessor.builder();
    builder.strategy(strategy).onError(ErrorPolicy.captureOnly(ArithmeticException.class));
    for (int i = 0; i < 10; i++) {
      int number = i;
      builder.include(
          module -> {
            module.prepare(event -> event.with("tens", (int) event.get("n") / 10));
            module.prepare(event -> event.with("ones", (int) event.get("n") % 10));
            module
                .on(Filters.eq("ones", number))
                .named("ones-" + number)
                .call(event -> 100 / (int) event.get("ones") + " " + event.get("n"));
            module
                .on(Filters.eq("tens", number))
                .named("tens-" + number)
                .rank(number % 2)
                .call(event -> event.get("tens") + " " + event.get("n"));
          });
    }
    return builder.build();
  }

  private static Map<String, Object> numbered(int n) {
    return Map.of("n", n);
  }

  private static Case draw(Random random) {
    List<InvocationStrategy> all = List.of(InvocationStrategy.values());
    InvocationStrategy strategy = all.get(random.nextInt(all.size()));
    EventProcessor.Builder builder = EventProcessor.builder();
    if (strategy != InvocationStrategy.FIRST_MATCH || random.nextBoolean()) {
      builder.strategy(strategy);
    }
    boolean captures = random.nextBoolean();
    builder.onError(captures ? ErrorPolicy.capture() : ErrorPolicy.bubble());
    List<Row> rows = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int rank = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0;
      rows.add(new Row("r" + i, rank, filter(random), random.nextInt(5) == 0));
    }
    boolean otherwise = random.nextBoolean();
    int place = random.nextInt(rows.size());
    for (Row row : rows) {
      if (otherwise && rows.indexOf(row) == place) {
        builder.otherwise().call(event -> "otherwise");
      }
      Registration registration;
      if (random.nextInt(3) == 0) { // In a module or not: it makes no difference to selection.
        Registration[] inside = new Registration[1];
        builder.include(module -> inside[0] = module.on(row.filter()));
        registration = inside[0];
      } else {
        registration = builder.on(row.filter());
      }
      registration.named(row.name()).rank(row.rank()).call(event -> called(row));
    }
    return new Case(strategy, rows, otherwise, captures, builder);
  }

  private static Object called(Row row) {
    if (row.fails()) {
      throw new IllegalStateException(row.name());
    }
    return row.name();
  }

  private static Filter filter(Random random) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (int j = random.nextInt(4); j > 0; j--) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      conditions.put(path, random.nextInt(3) > 0 ? Filter.ANY : RandomCases.value(random, 0));
    }
    return Filter.of(conditions);
  }

  private static Map<String, Object> event(Random random) {
    return RandomCases.map(random, 2);
  }

  private static @Nullable EventProcessor built(Case drawn) {
    try {
      return drawn.builder.build();
    } catch (ConfigurationException refused) {
      return null;
    }
  }

  private static List<Row> reportedAsUnreachable(Case drawn) {
    try {
      drawn.builder.build();
      return List.of();
    } catch (ConfigurationException refused) {
      return Row.unreachable(drawn.rows, refused);
    }
  }

  /** The names that run; or the id of what is thrown, as the only element. */
  private static List<String> chosen(Case drawn, Map<String, Object> event) {
    List<String> candidates =
        Row.candidates(drawn.rows, Event.of(event)).stream().map(Row::name).toList();
    if (candidates.isEmpty()) {
      return List.of(drawn.otherwise ? "otherwise" : "no-match");
    }
    return switch (drawn.strategy) {
      case FIRST_MATCH -> candidates.subList(0, 1);
      case ALL_MATCHES -> candidates;
      case SKIP_IF_AMBIGUOUS -> candidates.size() == 1 ? candidates : List.of();
      case FAIL_IF_AMBIGUOUS -> candidates.size() == 1 ? candidates : List.of("ambiguous-match");
    };
  }

  private static String byDefinition(Case drawn, Map<String, Object> event) {
    List<String> told = new ArrayList<>();
    for (String name : chosen(drawn, event)) {
      boolean fails = drawn.rows.stream().anyMatch(row -> row.name().equals(name) && row.fails());
      if (fails && !drawn.captures) {
        return "thrown " + name;
      }
      told.add(name + (fails ? " failed" : ""));
    }
    return told.toString();
  }

  private static String outcome(EventProcessor processor, Map<String, Object> event) {
    List<String> told = new ArrayList<>();
    try {
      for (Result result : processor.invoke(event)) {
        told.add(result.processor() + (result.hasFailure() ? " failed" : ""));
      }
      return told.toString();
    } catch (EventProcessorException e) {
      return "[" + e.id().text() + "]";
    } catch (IllegalStateException e) {
      return "thrown " + e.getMessage();
    }
  }

  private static List<String> told(Explanation explanation) {
    return explanation.error() == null ? explanation.runs() : List.of(explanation.error().text());
  }

  private static Explanation.Entry entry(Explanation explanation, Row row) {
    return explanation.entries().stream()
        .filter(entry -> entry.processor().equals(row.name()))
        .findFirst()
        .orElseThrow();
  }
}
