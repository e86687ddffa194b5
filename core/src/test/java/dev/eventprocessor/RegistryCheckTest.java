package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryCheckTest {

  private final EventProcessor.Builder processors = EventProcessor.builder();

  @Test
  void anEmptyRegistryIsRefused() {
    assertFaults(ErrorId.REGISTRY_EMPTY);
  }

  @Test
  void aFilterOnWhatNoneOfTheTriggersHasIsRefused() {
    processors.triggers("aws.sqs", "azure.servicebus");
    processors.on(eq("http.method", "GET")).named("requests").run(event -> {});
    processors.on(exists("delivery.attempt")).named("messages").run(event -> {});

    assertFaults(ErrorId.FIELD_IMPOSSIBLE);
  }

  @Test
  void whatOneOfTheTriggersOrOneOfTheirEnvelopesHasIsFine() {
    processors.triggers("aws.sqs");
    processors.on(exists("object.key")).named("by notification").run(event -> {});
    processors.on(exists("data.http.method")).named("the application's own").run(event -> {});

    processors.build();
  }

  @Test
  void whatAStepMayHavePutThereIsNotJudged() {
    processors.triggers("aws.sqs").prepare(event -> event.with("http", Map.of("method", "GET")));
    processors.on(eq("http.method", "GET")).run(event -> {});

    processors.build();
  }

  @Test
  void aTriggerThatNoCloudHasIsRefused() {
    processors.triggers("aws.sqss");
    processors.on(exists("data")).run(event -> {});

    assertFaults(ErrorId.TRIGGER_UNKNOWN);
  }

  @Test
  void aRegistrationWithoutAProcessorIsRefused() {
    processors.on(exists("a")).named("forgotten");

    assertFaults(ErrorId.PROCESSOR_MISSING);
  }

  @Test
  void aRegistrationThatStopsAfterItsDependenciesIsRefusedToo() {
    processors
        .on(exists("a"))
        .with(DependencyFactory.of("one", p -> p).named("x"))
        .with(DependencyFactory.of("two", p -> p).named("x"));

    assertFaults(ErrorId.PROCESSOR_MISSING);
  }

  @Test
  void twoRegistrationsOfOneNameAreRefused() {
    processors.on(exists("a")).named("same").run(event -> {});
    processors.on(exists("b")).named("same").run(event -> {});

    assertFaults(ErrorId.NAME_DUPLICATE);
  }

  @Test
  void threeRegistrationsOfOneNameAreToldOnce() {
    processors.on(exists("a")).named("same").run(event -> {});
    processors.on(exists("b")).named("same").run(event -> {});
    processors.on(exists("c")).named("same").run(event -> {});

    assertFaults(ErrorId.NAME_DUPLICATE);
  }

  @Test
  void aNameThatANumberedRegistrationHasIsRefused() {
    processors.on(exists("a")).named("processor-2").run(event -> {});
    processors.on(exists("b")).run(event -> {});

    assertFaults(ErrorId.NAME_DUPLICATE);
  }

  @Test
  void aRegistrationNamedOtherwiseBesideOtherwiseIsRefused() {
    processors.otherwise().run(event -> {});
    processors.on(exists("a")).named("otherwise").run(event -> {});

    assertFaults(ErrorId.NAME_DUPLICATE);
  }

  @Test
  void equalFiltersAreRefusedHoweverTheyAreWritten() {
    processors.on(eq("a", 1).and(exists("b"))).named("one").run(event -> {});
    processors.on(exists("['b']").and(eq("a", 1.0))).named("two").run(event -> {});

    assertFaults(ErrorId.FILTER_DUPLICATE);
  }

  @Test
  void aFilterWithAnyOrWithItselfIsTheFilter() {
    processors.on(exists("a")).named("one").run(event -> {});
    processors.on(any().and(exists("a"))).named("two").run(event -> {});
    processors.on(exists("a").and(exists("a"))).named("three").run(event -> {});

    assertFaults(ErrorId.FILTER_DUPLICATE, ErrorId.FILTER_DUPLICATE);
  }

  @Test
  void overlappingFiltersAreNoFault() {
    processors.on(exists("a")).run(event -> {});
    processors.on(eq("a", 1)).run(event -> {});
    processors.on(eq("a", true)).run(event -> {});
    processors.on(any()).run(event -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void aSecondOtherwiseIsRefused() {
    processors.otherwise().run(event -> {});
    processors.otherwise().run(event -> {});

    assertFaults(ErrorId.OTHERWISE_DUPLICATE);
  }

  @Test
  void aRankOnOtherwiseIsRefused() {
    processors.otherwise().rank(1).run(event -> {});

    assertFaults(ErrorId.OTHERWISE_RANKED);
  }

  @Test
  void otherwiseBesideOneThatAcceptsEveryEventIsUnreachable() {
    processors.otherwise().run(event -> {});
    processors.on(any()).rank(-5).run(event -> {});

    assertFaults(ErrorId.FILTER_UNREACHABLE);
  }

  @Test
  void behindAnyOfAHigherRankNothingIsReached() {
    processors.on(any()).rank(1).named("any").run(event -> {});
    processors.on(exists("a")).run(event -> {});
    processors.on(eq("b", 1).and(exists("c"))).rank(-1).run(event -> {});
    processors.on(exists("d")).rank(2).run(event -> {});

    ConfigurationException thrown =
        assertFaults(ErrorId.FILTER_UNREACHABLE, ErrorId.FILTER_UNREACHABLE);

    assertTrue(thrown.problems().get(0).message().startsWith("processor-2 can never run: any "));
    assertTrue(thrown.problems().get(1).message().startsWith("processor-3 can never run: any "));
  }

  @Test
  void moreConditionsBehindFewerOfAHigherRankAreNeverReached() {
    processors.on(exists("a").and(eq("b", 1)).and(exists("c"))).named("never").run(event -> {});
    processors.on(exists("c").and(exists("a"))).rank(1).run(event -> {});

    assertFaults(ErrorId.FILTER_UNREACHABLE);
  }

  @Test
  void equalFiltersOfALowerRankAreNeverReached() {
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("a")).rank(-1).run(event -> {});

    assertFaults(ErrorId.FILTER_UNREACHABLE);
  }

  @Test
  void moreConditionsBeforeFewerAreNoFault() {
    processors.on(exists("a")).run(event -> {});
    processors.on(exists("a").and(exists("b"))).run(event -> {});
    processors.on(any()).rank(-1).run(event -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void conditionsThatOnlyOverlapAreNoFaultWhateverTheirRanks() {
    processors.on(exists("a").and(exists("b"))).rank(3).run(event -> {});
    processors.on(exists("b").and(exists("c"))).rank(2).run(event -> {});
    processors.on(exists("a")).rank(1).run(event -> {});
    processors.on(eq("a", 1)).run(event -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void underAllMatchesEqualAndMoreGeneralFiltersOfOneRankAreNoFault() {
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    processors.on(any()).run(event -> {});
    processors.on(any()).run(event -> {});
    processors.on(exists("a")).run(event -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void underAllMatchesALowerRankBehindAMoreGeneralFilterIsNeverReached() {
    processors.strategy(InvocationStrategy.ALL_MATCHES);
    processors.on(any()).run(event -> {});
    processors.on(exists("a")).rank(-1).run(event -> {});

    assertFaults(ErrorId.FILTER_UNREACHABLE);
  }

  @Test
  void whereOnlyWhatIsAloneRunsAMoreGeneralFilterOfTheRankIsInTheWay() {
    processors.strategy(InvocationStrategy.FAIL_IF_AMBIGUOUS);
    processors.on(exists("a")).named("general").run(event -> {});
    processors.on(exists("a").and(exists("b"))).named("never").run(event -> {});

    ConfigurationException thrown = assertFaults(ErrorId.FILTER_UNREACHABLE);

    assertTrue(thrown.getMessage().contains("never can never run: general "));
  }

  @Test
  void oneThatIsNeverReachedIsFoundAmongThousands() {
    for (int i = 0; i < 20_000; i++) {
      processors
          .on(eq("type", "t" + i % 300).and(eq("id", "" + i)).and(exists("shared")))
          .run(event -> {});
    }
    processors
        .on(eq("type", "t5").and(eq("id", "1505")).and(exists("shared")).and(exists("more")))
        .rank(-1)
        .named("never")
        .run(event -> {});

    ConfigurationException thrown = assertFaults(ErrorId.FILTER_UNREACHABLE);

    assertTrue(thrown.getMessage().contains("never can never run: processor-1506 "));
  }

  @Test
  void twoFactoriesOfOneNameAreRefused() {
    processors
        .on(exists("a"))
        .with(DependencyFactory.of("client", p -> "one").named("x"))
        .run((event, client) -> {});
    processors
        .on(exists("b"))
        .with(DependencyFactory.of("client", p -> "two").named("y"))
        .run((event, client) -> {});

    assertFaults(ErrorId.NAME_DUPLICATE);
  }

  @Test
  void oneFactoryWithManyParametersIsNoFault() {
    DependencyFactory<String> clients = DependencyFactory.of("client", p -> p);
    processors.on(exists("a")).with(clients.named("x")).run((event, client) -> {});
    processors.on(exists("b")).with(clients.named("y")).run((event, client) -> {});
    processors.on(exists("c")).with(clients.named("y")).run((event, client) -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void allFaultsAreToldAtOnceAndNumbered() {
    processors.on(exists("a")).named("same").run(event -> {});
    processors.on(exists("a")).named("same");
    processors.otherwise().run(event -> {});
    processors.otherwise().run(event -> {});

    ConfigurationException thrown =
        assertFaults(
            ErrorId.PROCESSOR_MISSING,
            ErrorId.NAME_DUPLICATE,
            ErrorId.FILTER_DUPLICATE,
            ErrorId.OTHERWISE_DUPLICATE);

    assertEquals(ErrorId.PROCESSOR_MISSING, thrown.id());
    String[] lines = thrown.getMessage().split("\n", -1);
    assertEquals("[processor-missing] The registry has 4 faults:", lines[0]);
    for (int i = 1; i <= 4; i++) {
      ConfigurationException.Problem problem = thrown.problems().get(i - 1);
      assertEquals("  " + i + ". [" + problem.id().text() + "] " + problem.message(), lines[i]);
    }
  }

  @Test
  void aFaultyRegistryCanBeMendedAndBuilt() {
    Registration registration = processors.on(exists("a"));
    assertFaults(ErrorId.PROCESSOR_MISSING);

    registration.run(event -> {});

    assertDoesNotThrow(processors::build);
  }

  @Test
  void aRouteIsMadeOfACompleteRegistrationOnly() {
    Registration registration = processors.on(exists("a"));

    assertThrows(IllegalStateException.class, () -> registration.toRoute(0));
  }

  private ConfigurationException assertFaults(ErrorId... ids) {
    ConfigurationException thrown = assertThrows(ConfigurationException.class, processors::build);

    assertEquals(
        List.of(ids), thrown.problems().stream().map(ConfigurationException.Problem::id).toList());
    assertTrue(thrown.getMessage().startsWith("[" + ids[0].text() + "] "), thrown.getMessage());
    return thrown;
  }
}
