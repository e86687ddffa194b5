package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.batch.BatchSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncludeTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();

  /** Equal to another with the same key, as records are. */
  private record Module(String key) implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(exists(key)).named(key).call(event -> key);
    }
  }

  /** Equal to itself alone, as most classes are. */
  private static final class Plain implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(exists("plain")).named("plain").run(event -> {});
    }
  }

  @Test
  void whatAModuleRegistersIsInTheRegistry() {
    processors.include(new Module("a"));
    processors.on(exists("b")).named("b").run(event -> {});

    assertEquals(List.of(new Result("a", "a")), processors.build().invoke(Map.of("a", 1)));
    assertEquals("b", nameFor(Map.of("b", 1)));
  }

  @Test
  void amongEqualsThePlaceOfTheIncludeDecides() {
    processors.on(exists("x")).named("before").run(event -> {});
    processors.include(new Module("a"));
    processors.on(exists("b")).named("after").run(event -> {});

    assertEquals("before", nameFor(Map.of("x", 1, "a", 1, "b", 1)));
    assertEquals("a", nameFor(Map.of("a", 1, "b", 1)));
  }

  @Test
  void ranksCompareOverAllModules() {
    processors.on(exists("x").and(exists("y"))).named("own").run(event -> {});
    processors.include(module -> module.on(exists("a")).rank(1).named("sub").run(event -> {}));

    assertEquals("sub", nameFor(Map.of("x", 1, "y", 1, "a", 1)));
  }

  @Test
  void includingAnEqualModuleAgainDoesNothing() {
    Plain plain = new Plain();
    processors.include(plain).include(plain);
    processors.include(new Module("a")).include(new Module("a")).include(new Module("b"));

    assertEquals(
        List.of("plain", "a", "b"),
        processors.build().describe().entries().stream()
            .map(Description.Entry::processor)
            .toList());
  }

  @Test
  void twoModulesCanBothIncludeAThird() {
    ProcessorModule shared = new Module("shared");
    processors.include(module -> module.include(shared).include(new Module("a")));
    processors.include(module -> module.include(shared).include(new Module("b")));

    assertEquals(3, processors.build().describe().entries().size());
  }

  @Test
  void aModuleThatIncludesItselfIsIncludedOnce() {
    processors.include(
        new ProcessorModule() {
          @Override
          public void register(EventProcessor.Builder module) {
            module.include(this);
            module.on(exists("a")).named("a").run(event -> {});
          }
        });

    assertEquals("a", nameFor(Map.of("a", 1)));
  }

  @Test
  void whatCollidesIsReportedAllAtOnceAndByName() {
    processors.on(exists("plain")).named("own").run(event -> {});
    processors.otherwise().run(event -> {});
    processors.include(new Plain());
    processors.include(new Plain());
    processors.include(module -> module.otherwise().run(event -> {}));

    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(
        List.of(ErrorId.NAME_DUPLICATE, ErrorId.FILTER_DUPLICATE, ErrorId.OTHERWISE_DUPLICATE),
        thrown.problems().stream().map(ConfigurationException.Problem::id).toList());
    String module = "plain (of the module " + Plain.class.getName() + ")";
    assertTrue(thrown.getMessage().contains("own and " + module + " have the same filter"));
    assertTrue(thrown.getMessage().contains("IncludeTest (lambda)"), thrown.getMessage());
  }

  @Test
  void theStepsOfAModuleAreForItsOwnFiltersAndProcessorsAlone() {
    processors.prepare(event -> event.with("first", true));
    processors.include(
        module -> {
          module.on(eq("lifted", 1)).named("inside").call(event -> event.has("first"));
          module.prepare(event -> event.with("lifted", event.get("nested.lifted")));
        });
    processors.on(exists("lifted")).named("outside").call(event -> "seen outside");
    processors.otherwise().call(event -> event.has("lifted"));
    EventProcessor processor = processors.build();

    assertEquals(
        List.of(new Result("inside", true)),
        processor.invoke(Map.of("nested", Map.of("lifted", 1))));
    assertEquals(
        List.of(new Result("otherwise", false)),
        processor.invoke(Map.of("nested", Map.of("lifted", 2))));
  }

  @Test
  void theStepsOfNestedModulesBuildOnOneAnother() {
    processors.prepare(event -> event.with("steps", "1"));
    processors.include(
        outer -> {
          outer.prepare(event -> event.with("steps", event.text("steps") + "2"));
          outer.include(
              inner -> {
                inner.prepare(event -> event.with("steps", event.text("steps") + "3"));
                inner.otherwise().call(event -> event.text("steps"));
              });
          outer.include(inner -> inner.on(exists("a")).call(event -> event.text("steps")));
        });
    EventProcessor processor = processors.build();

    assertEquals("12", processor.invoke(Map.of("a", 1)).get(0).value());
    assertEquals("123", processor.invoke(Map.of()).get(0).value());
  }

  @Test
  void equalFiltersThatSeeDifferentEventsAreNoDuplicates() {
    processors.on(eq("state", "on")).named("own").run(event -> {});
    processors.include(
        module -> {
          module.prepare(event -> event.with("state", event.get("nested.state")));
          module.on(eq("state", "on")).named("module").run(event -> {});
        });

    assertEquals("own", nameFor(Map.of("state", "on")));
    assertEquals("module", nameFor(Map.of("nested", Map.of("state", "on"))));
    assertEquals("own", nameFor(Map.of("state", "on", "nested", Map.of("state", "on"))));
  }

  @Test
  void matchesOfSeveralModulesWithStepsRunInDispatchOrderAndOfTheHighestRank() {
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    for (String name : List.of("a", "b", "c")) {
      processors.include(
          module -> {
            module.prepare(event -> event.with("by", name));
            module.on(exists("x")).named(name + "-one").call(event -> event.text("by"));
            module
                .on(exists("x").and(eq("by", name)))
                .named(name + "-two")
                .call(event -> event.text("by"));
            module.on(exists("y")).rank(name.equals("b") ? 1 : -1).named(name).run(event -> {});
          });
    }
    EventProcessor processor = processors.build();

    assertEquals(
        List.of("a-two a", "b-two b", "c-two c", "a-one a", "b-one b", "c-one c"),
        processor.invoke(Map.of("x", 1)).stream()
            .map(result -> result.processor() + " " + result.value())
            .toList());
    assertEquals(
        List.of("b"),
        processor.invoke(Map.of("x", 1, "y", 1)).stream().map(Result::processor).toList());
  }

  @Test
  void aStepOfAModuleThatReturnsNothingNamesTheModule() {
    processors.include(
        new ProcessorModule() {
          @Override
          public void register(EventProcessor.Builder module) {
            module.prepare(event -> null);
            module.on(any()).run(event -> {});
          }
        });
    EventProcessor processor = processors.build();

    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> processor.invoke(Map.of()));

    assertEquals(ErrorId.STEP_RETURNED_NULL, thrown.id());
    assertTrue(thrown.getMessage().contains("the module " + IncludeTest.class.getName() + "$"));
  }

  @ParameterizedTest
  @EnumSource
  void aStepOfAModuleThatThrowsFailsEveryEventAndIsNeverCaptured(InvocationStrategy strategy) {
    IllegalStateException failure = new IllegalStateException("nothing to lift");
    List<String> ran = new ArrayList<>();
    processors.strategy(strategy).onError(ErrorPolicy.capture());
    processors.on(exists("outer")).rank(1).named("outer").run(event -> ran.add("outer"));
    processors.include(
        module -> {
          module.prepare(
              event -> {
                if (!event.has("lifted")) {
                  throw failure;
                }
                return event;
              });
          module.onError(ErrorPolicy.capture());
          module.on(exists("lifted")).named("inner").run(event -> ran.add("inner"));
        });
    processors.otherwise().run(event -> ran.add("otherwise"));
    EventProcessor processor = processors.build();

    for (String key : List.of("outer", "neither")) {
      Event event = Event.of(Map.of(key, 1));
      assertSame(failure, assertThrows(IllegalStateException.class, () -> processor.invoke(event)));
      assertSame(
          failure, assertThrows(IllegalStateException.class, () -> processor.accepts(event)));
      assertSame(
          failure, assertThrows(IllegalStateException.class, () -> processor.explain(event)));
    }
    assertEquals(List.of(), ran);
    processor.invoke(Map.of("outer", 1, "lifted", 1));
    assertEquals(List.of("outer"), ran);
  }

  @Test
  void thePolicyOfAModuleIsForItsOwnProcessorsAlone() {
    processors.include(
        module -> {
          module.onError(ErrorPolicy.capture());
          module.on(exists("a")).run(event -> fail());
          module.include(inner -> inner.on(exists("b")).run(event -> fail()));
          module.include(
              inner -> {
                inner.onError(ErrorPolicy.bubble());
                inner.on(exists("c")).run(event -> fail());
              });
        });
    processors.on(exists("d")).run(event -> fail());
    EventProcessor processor = processors.build();

    assertTrue(processor.invoke(Map.of("a", 1)).get(0).hasFailure());
    assertTrue(processor.invoke(Map.of("b", 1)).get(0).hasFailure());
    assertThrows(IOException.class, () -> invoke(processor, "c"));
    assertThrows(IOException.class, () -> invoke(processor, "d"));
  }

  @Test
  void aSettingOfAModuleIsRefusedWhereTheRegistryHasAnother() {
    processors.on(any()).run(event -> {});
    processors.include(module -> module.strategy(InvocationStrategy.ALL_MATCHES));
    processors.include(module -> module.listener((event, name) -> {}));
    processors.include(module -> module.batch(BatchSettings.DEFAULT.parallel(2)));

    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(
        List.of(ErrorId.MODULE_SETTING, ErrorId.MODULE_SETTING, ErrorId.MODULE_SETTING),
        thrown.problems().stream().map(ConfigurationException.Problem::id).toList());
    assertTrue(thrown.problems().get(0).message().contains("one strategy"));
    assertTrue(thrown.problems().get(1).message().contains("one listener"));
    assertTrue(thrown.problems().get(2).message().contains("one way to run batches"));
  }

  @Test
  void aStrategyThatTheRegistryHasTooIsFine() {
    processors.on(any()).run(event -> {});
    processors.include(module -> module.strategy(InvocationStrategy.ALL_MATCHES));
    processors.strategy(InvocationStrategy.ALL_MATCHES);

    assertDoesNotThrow(processors::build);
  }

  @Test
  void aModuleKeepsItsOwnDependencies() {
    List<String> made = new ArrayList<>();
    DependencyFactory<Object> shared =
        DependencyFactory.of(
            "shared",
            parameter -> {
              made.add(parameter);
              return new Object();
            });
    for (String key : List.of("a", "b")) {
      processors.include(
          module -> module.on(exists(key)).with(shared.named("x")).call((event, object) -> object));
    }
    processors.on(exists("c")).with(shared.named("y")).call((event, object) -> object);
    EventProcessor processor = processors.build();

    Object ofA = processor.invoke(Map.of("a", 1)).get(0).value();
    assertSame(ofA, processor.invoke(Map.of("b", 1)).get(0).value());
    assertNotSame(ofA, processor.invoke(Map.of("c", 1)).get(0).value());
    assertEquals(List.of("x", "y"), made);
  }

  @Test
  void twoFactoriesOfOneNameInTwoModulesAreRefusedNotReplaced() {
    for (String key : List.of("a", "b")) {
      processors.include(
          module ->
              module
                  .on(exists(key))
                  .with(DependencyFactory.of("client", parameter -> key).named("x"))
                  .call((event, client) -> client));
    }

    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(ErrorId.NAME_DUPLICATE, thrown.id());
    assertTrue(thrown.getMessage().contains("client"), thrown.getMessage());
  }

  @Test
  void aModuleThatFailsLeavesNothingBehind() {
    processors.on(exists("a")).named("a").run(event -> {});
    IllegalStateException failure = new IllegalStateException("no setting");

    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                processors.include(
                    module -> {
                      module.on(exists("b")).run(event -> {});
                      module.include(new Module("c"));
                      throw failure;
                    })));
    processors.include(new Module("c"));

    assertEquals(
        List.of("a", "c"),
        processors.build().describe().entries().stream()
            .map(Description.Entry::processor)
            .toList());
  }

  @Test
  void aModuleIsUsableByItselfToo() {
    ProcessorModule module = new Module("a");
    processors.include(module);
    EventProcessor larger = processors.build();
    EventProcessor.Builder alone = EventProcessor.builder();
    module.register(alone);
    alone.on(exists("only-here")).run(event -> {});

    assertEquals(1, larger.describe().entries().size());
    assertEquals(2, alone.build().describe().entries().size());
  }

  private String nameFor(Map<String, ?> event) {
    return processors.build().invoke(event).get(0).processor();
  }

  private static void fail() throws IOException {
    throw new IOException("no network");
  }

  private static void invoke(EventProcessor processor, String key) throws Exception {
    processor.invoke(Map.of(key, 1));
  }
}
