package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told at build, overriding, and steps that need dependencies. */
class DependencyCheckTest {

  private static final Event EVENT = Event.of(Map.of("a", 1));

  private final List<String> made = new ArrayList<>();
  private final DependencyFactory<String> client =
      DependencyFactory.of(
          "client",
          name -> {
            made.add(name);
            return "real-" + name;
          });
  private final EventProcessor.Builder processors = EventProcessor.builder();

  /** Needs that can only be written with names that are read later. */
  private static final class Late {
    static final DependencyFactory<String> A =
        DependencyFactory.needing("a", name -> List.of(Late.B), (name, needed) -> name);
    static final Dependency<String> B =
        DependencyFactory.needing("b", none -> List.of(Late.A.named("x")), (none, needed) -> none)
            .unnamed();
    static final DependencyFactory<String> SELF =
        DependencyFactory.needing(
            "self", name -> List.of(Late.SELF.named(name)), (name, needed) -> name);
    static final DependencyFactory<String> WIDE =
        DependencyFactory.needing(
            "wide",
            name -> List.of(Late.WIDE.named(name + "0"), Late.WIDE.named(name + "1")),
            (name, needed) -> name);
  }

  @Test
  void aCircleIsPrintedFromWhereItBegins() {
    processors.on(any()).with(Dependency.of("outer", Late.A.named("x"), a -> a)).run((e, o) -> {});

    assertEquals(
        List.of(
            "Dependencies need each other in a circle: a(\"x\") -> b -> a(\"x\"). Let one of them do"
                + " without the next."),
        messages());
  }

  @Test
  void aCircleMayBeOfOne() {
    processors.on(any()).with(Late.SELF.named("me")).run((event, self) -> {});

    assertTrue(messages().get(0).contains("self(\"me\") -> self(\"me\")"), messages()::toString);
  }

  @Test
  void needsThatGrowForEverAreToldInReasonableTime() {
    processors.on(any()).with(Late.WIDE.named("")).run((event, wide) -> {});

    assertEquals(1, messages().size());
    assertTrue(messages().get(0).contains("do not end"), messages()::toString);
  }

  @Test
  void aChainOfFiftyIsFine() {
    Dependency<Integer> last = Dependency.of("d0", () -> 0);
    for (int i = 1; i < 50; i++) {
      last = Dependency.of("d" + i, last, before -> before + 1);
    }
    processors.on(any()).with(last).call((event, count) -> count);

    assertEquals(49, value());
  }

  @Test
  void everythingIsToldAtOnceWithTheOtherFaults() {
    Dependency<Object> none = null;
    processors.on(exists("a")).named("one");
    processors.on(exists("b")).named("two").with(Late.A.named("x")).run((event, a) -> {});
    processors.on(exists("c")).named("three").with(none).run((event, missing) -> {});
    processors
        .on(exists("d"))
        .with(Dependency.of("kept", Dependency.EVENT, event -> event))
        .run((event, kept) -> {});
    processors.on(exists("e")).with(Dependency.of("client", () -> "")).run((event, two) -> {});
    processors.on(exists("f")).with(client.named("x")).run((event, two) -> {});

    List<ErrorId> ids = problems().stream().map(ConfigurationException.Problem::id).toList();

    assertEquals(
        List.of(
            ErrorId.PROCESSOR_MISSING,
            ErrorId.DEPENDENCY_CIRCULAR,
            ErrorId.DEPENDENCY_MISSING,
            ErrorId.DEPENDENCY_SCOPE,
            ErrorId.NAME_DUPLICATE),
        ids);
  }

  @Test
  void whatIsKeptLongerThanItsNeedsIsToldAtAnyDepthAlsoThroughSomethingUncached() {
    Dependency<Object> inner = Dependency.of("inner", Dependency.INVOCATION, call -> new Object());
    Dependency<Object> middle = Dependency.of("middle", inner.uncached(), one -> one).uncached();
    processors.on(any()).with(Dependency.of("outer", middle, one -> one)).run((event, o) -> {});

    assertEquals(1, messages().size());
    assertTrue(
        messages().get(0).contains("outer -> middle -> inner -> invocation"), messages()::toString);
  }

  @Test
  void aDependencyThatWouldOutliveItsNeedsIsToldOnceAndNotOfItsUsers() {
    Dependency<Event> kept = Dependency.of("kept", Dependency.EVENT, event -> event);
    processors.on(any()).with(Dependency.of("user", kept, one -> one)).run((event, user) -> {});

    assertEquals(1, messages().size());
    assertTrue(messages().get(0).startsWith("kept is kept for the application"));
  }

  @Test
  void whatIsPerInvocationOrUncachedMayNeedAnything() {
    Dependency<String> kept = client.named("x");
    Dependency<String> session =
        Dependency.of("session", kept, Dependency.INVOCATION, (a, b) -> a).perInvocation();
    processors
        .on(any())
        .with(Dependency.of("cart", session, Dependency.EVENT, (a, b) -> a).uncached())
        .call((event, cart) -> cart);

    assertEquals("real-x", value());
  }

  @Test
  void modifiersKeepTheFactorysNameSoThatTwoVariantsAreRefused() {
    processors.on(exists("a")).with(client.named("x")).run((event, one) -> {});
    processors.on(exists("b")).with(client.named("x").uncached()).run((event, one) -> {});

    assertEquals(ErrorId.NAME_DUPLICATE, problems().get(0).id());
  }

  @Test
  void anOverrideReplacesOneDependencyAndItsFactoryIsNotCalled() {
    processors.override(client.named("x"), "fake");
    processors
        .on(any())
        .with(client.named("x"))
        .with(client.named("y"))
        .call((event, a, b) -> a + " " + b);

    assertEquals("fake real-y", value());
    assertEquals(List.of("y"), made);
  }

  @Test
  void anOverrideByNameReplacesEveryParameterAndKeepsTheLifetime() {
    List<String> faked = new ArrayList<>();
    processors.on(any()).with(client.named("x")).with(client.named("y")).call((e, a, b) -> a + b);
    processors.override(
        "client",
        name -> {
          faked.add(name);
          return "fake-" + name;
        });
    EventProcessor processor = processors.build();

    assertEquals("fake-xfake-y", processor.invoke(EVENT).get(0).value());
    assertEquals("fake-xfake-y", processor.invoke(EVENT).get(0).value());
    assertEquals(List.of("x", "y"), faked);
    assertEquals(List.of(), made);
  }

  @Test
  void whatIsReplacedNeedsNothingAndReachesWhatIsMadeOfIt() {
    Dependency<String> inner = Dependency.of("inner", client.named("x"), one -> one);
    processors.on(any()).with(Dependency.of("outer", inner, one -> one + "!")).call((e, o) -> o);
    processors.override(inner, "fake");

    assertEquals("fake!", value());
    assertEquals(List.of(), made);
  }

  @Test
  void anInstanceThatReplacesIsNotClosedBecauseTheTestOwnsIt() {
    List<String> closed = new ArrayList<>();
    Dependency<AutoCloseable> session = Dependency.of("session", () -> () -> closed.add("real"));
    processors.on(any()).with(session.perInvocation()).run((event, one) -> {});
    processors.override("session", none -> (AutoCloseable) () -> closed.add("made"));
    processors.build().invoke(EVENT);
    assertEquals(List.of("made"), closed);

    EventProcessor.Builder others = EventProcessor.builder();
    others.on(any()).with(session).run((event, one) -> {});
    others.override(session, () -> closed.add("instance"));
    try (EventProcessor processor = others.build()) {
      processor.invoke(EVENT);
    }

    assertEquals(List.of("made"), closed);
  }

  @Test
  void anOverrideBreaksACircle() {
    processors.on(any()).with(Late.A.named("x")).call((event, a) -> a);
    processors.override(Late.B, "fake");

    assertEquals("x", value());
  }

  @Test
  void anOverrideOfNothingIsToldWithWhatMayHaveBeenMeant() {
    processors.on(any()).with(client.named("slack")).run((event, one) -> {});
    processors.override(client.named("slak"), "fake");

    assertEquals(ErrorId.OVERRIDE_UNUSED, problems().get(0).id());
    assertTrue(messages().get(0).endsWith("Did you mean client(\"slack\")?"), messages()::toString);
  }

  @Test
  void aModuleIsOverriddenWithoutBeingTouched() {
    ProcessorModule module =
        registry -> registry.on(any()).with(client.named("slack")).call((event, one) -> one);

    EventProcessor processor =
        dev.eventprocessor.spi.Applications.build(
            registry -> {
              module.register(registry);
              registry.override("client", name -> "fake-" + name);
            });

    assertEquals("fake-slack", processor.invoke(EVENT).get(0).value());
  }

  @Test
  void aStepOfARegistrationMayNeedADependencyAndKeepsItsPlace() {
    processors
        .on(any())
        .prepare(event -> event.with("way", "1"))
        .prepare(client.named("x"), (event, one) -> event.with("way", event.text("way") + one))
        .prepare(Dependency.EVENT, (event, seen) -> event.with("seen", seen.has("way")))
        .prepare(event -> event.with("way", event.text("way") + "3"))
        .call(event -> event.text("way") + " " + event.get("seen"));

    assertEquals("1real-x3 false", value());
  }

  @Test
  void aStepOfTheRegistryMayNeedWhatTheApplicationKeeps() {
    processors.prepare(client.named("x"), (event, one) -> event.with("client", one));
    processors.on(exists("client")).call(event -> event.text("client"));

    assertEquals("real-x", value());
  }

  @Test
  void aStepOfTheRegistryDoesNotGetWhatEndsWithTheEvent() {
    Dependency<String> session = Dependency.of("session", () -> "").perInvocation();
    processors.prepare(session, (event, one) -> event);
    processors.prepare(client.named("x").uncached(), (event, one) -> event);
    processors.otherwise().run(event -> {});

    assertEquals(2, messages().size());
    assertEquals(ErrorId.DEPENDENCY_SCOPE, problems().get(0).id());
  }

  @Test
  void aStepWithADependencyThatReturnsNothingIsTold() {
    processors
        .on(any())
        .named("orders")
        .prepare(client.named("x"), (event, one) -> null)
        .run(e -> {});
    EventProcessor processor = processors.build();

    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> processor.invoke(EVENT));

    assertEquals(ErrorId.STEP_RETURNED_NULL, thrown.id());
    assertTrue(thrown.getMessage().contains("of orders"), thrown.getMessage());
  }

  private Object value() {
    return processors.build().invoke(EVENT).get(0).value();
  }

  private List<ConfigurationException.Problem> problems() {
    return assertThrows(ConfigurationException.class, processors::build).problems();
  }

  private List<String> messages() {
    return problems().stream().map(ConfigurationException.Problem::message).toList();
  }
}
