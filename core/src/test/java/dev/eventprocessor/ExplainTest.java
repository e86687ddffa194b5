package dev.eventprocessor;

import static dev.eventprocessor.Explanation.Verdict.NOT_ACCEPTED;
import static dev.eventprocessor.Explanation.Verdict.PASSED_OVER;
import static dev.eventprocessor.Explanation.Verdict.RUNS;
import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.testing.GoldenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainTest {

  private static final Filter STARTED =
      eq("detail.previousState.value", "OK").and(eq("detail.state.value", "ALARM"));

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void theDescriptionHasAllThereIsInDispatchOrder() {
    DependencyFactory<String> client = DependencyFactory.of("client", parameter -> parameter);
    ErrorPolicy policy = ErrorPolicy.captureOnly(IOException.class);
    processors.otherwise().run(event -> {});
    processors.on(exists("a")).named("a").with(client.named("x")).run((event, made) -> {});
    processors.on(eq("b", 1)).rank(2).onError(policy).named("b").run(event -> {});

    Description description = processors.build().describe();

    assertEquals(
        new Description(
            InvocationStrategy.FIRST_MATCH,
            List.of(
                new Description.Entry("b", 2, eq("b", 1), List.of(), policy, "the registry"),
                new Description.Entry(
                    "a",
                    0,
                    exists("a"),
                    List.of("client(\"x\")"),
                    ErrorPolicy.bubble(),
                    "the registry"),
                new Description.Entry(
                    "otherwise", 0, null, List.of(), ErrorPolicy.bubble(), "the registry"))),
        description);
  }

  @Test
  void theExplanationTellsTheFirstConditionThatFails() {
    processors.on(STARTED).named("started").run(event -> {});
    processors.on(exists("detail")).named("any-alarm").run(event -> {});
    processors.on(exists("detail.state")).named("second").run(event -> {});
    processors.otherwise().run(event -> {});

    Explanation explanation = processors.build().explain(alarm("INSUFFICIENT_DATA", "ALARM"));

    assertEquals(List.of("any-alarm"), explanation.runs());
    assertNull(explanation.error());
    assertEquals(
        List.of(
            new Explanation.Entry(
                "started", 0, STARTED, NOT_ACCEPTED, eq("detail.previousState.value", "OK")),
            new Explanation.Entry("any-alarm", 0, exists("detail"), RUNS, null),
            new Explanation.Entry("second", 0, exists("detail.state"), PASSED_OVER, null),
            new Explanation.Entry("otherwise", 0, null, PASSED_OVER, null)),
        explanation.entries());
  }

  @Test
  void whatAnInvocationWouldThrowIsToldAndNotThrown() {
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("b")).run(event -> {});
    EventProcessor first = processors.build();
    EventProcessor strict = processors.strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS).build();

    assertEquals(ErrorId.NO_MATCH, first.explain(Map.of()).error());
    assertEquals(ErrorId.AMBIGUOUS_MATCH, strict.explain(Map.of("a", 1, "b", 1)).error());
    assertNull(strict.explain(Map.of("a", 1)).error());
    assertEquals(List.of(), strict.explain(Map.of("a", 1, "b", 1)).runs());
  }

  @Test
  void explainingRunsTheStepsBeforeTheFiltersAndNothingElse() {
    List<String> ran = new ArrayList<>();
    processors.prepare(event -> logged(ran, "step", event.with("a", 1)));
    processors.include(
        module -> {
          module.prepare(event -> logged(ran, "step of the module", event.with("b", 1)));
          module.on(exists("b")).named("b").run(event -> ran.add("b"));
        });
    processors.listener((event, name) -> ran.add("listener"));
    processors
        .on(exists("a"))
        .prepare(event -> logged(ran, "step of the registration", event))
        .with(DependencyFactory.of("client", parameter -> ran.add("factory")).named("x"))
        .run((event, made) -> ran.add("a"));

    Explanation explanation = processors.build().explain(Map.of());

    assertEquals(List.of("b"), explanation.runs());
    assertEquals(List.of("step", "step of the module"), ran);
  }

  @Test
  void theDescriptionIsReadable() {
    DependencyFactory<String> messenger = DependencyFactory.of("messenger", parameter -> parameter);
    processors.on(eq("customer.tier", "gold")).rank(10).named("vip").run(event -> {});
    processors
        .on(STARTED)
        .named("started-alarming")
        .with(messenger.named("slack"))
        .with(messenger.named("mail"))
        .run((event, slack, mail) -> {});
    processors.include(new Audit());
    processors.on(exists("detail")).rank(-1).run(event -> {});
    processors.otherwise().named("unexpected").run(event -> {});

    GoldenFile.assertMatches("describe.txt", processors.build().describe().toString());
  }

  @Test
  void everyKindOfExplanationIsReadable() {
    processors.on(eq("customer.tier", "gold")).rank(10).named("vip").run(event -> {});
    processors.on(STARTED).named("started-alarming").run(event -> {});
    processors.on(exists("detail")).named("audit").run(event -> {});
    processors.on(exists("id")).named("by-id").run(event -> {});
    EventProcessor noRest = processors.build();
    processors.otherwise().named("unexpected").run(event -> {});

    StringBuilder text = new StringBuilder();
    for (InvocationStrategy strategy : InvocationStrategy.values()) {
      EventProcessor processor = processors.strategy(strategy).build();
      text.append("# ").append(strategy).append(", a match of several\n\n");
      text.append(processor.explain(alarm("OK", "ALARM"))).append('\n');
    }
    text.append("# A single match\n\n");
    text.append(noRest.explain(Map.of("customer", Map.of("tier", "gold")))).append('\n');
    text.append("# Otherwise\n\n").append(processors.build().explain(Map.of())).append('\n');
    text.append("# No match\n\n").append(noRest.explain(Map.of("s3cret", "s3cret")));

    assertFalse(text.toString().contains("s3cret"), text.toString());
    GoldenFile.assertMatches("explain.txt", text.toString());
  }

  @Test
  void aSingleRegistrationIsDescribedAndExplainedToo() {
    processors.on(any()).named("all").run(event -> {});
    EventProcessor processor = processors.build();

    assertEquals(
        "1 registration; an event goes to the first that accepts it.\n\n1. all  any()\n",
        processor.describe().toString());
    assertEquals(
        "all runs: no other registration accepts this event.\n\n-> 1. all  accepts\n",
        processor.explain(Map.of()).toString());
  }

  /** A module with a policy and a step of its own. */
  private static final class Audit implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.onError(ErrorPolicy.captureOnly(IOException.class));
      processors.prepare(event -> event.with("audited", true));
      processors.on(exists("audited")).named("audit").run(event -> {});
    }
  }

  private static Event logged(List<String> log, String what, Event event) {
    log.add(what);
    return event;
  }

  private static Map<String, Object> alarm(String before, String now) {
    return Map.of(
        "id",
        "s3cret",
        "detail",
        Map.of("previousState", Map.of("value", before), "state", Map.of("value", now)));
  }
}
