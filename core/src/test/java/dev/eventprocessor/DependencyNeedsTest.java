package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What dependencies may be made of. */
class DependencyNeedsTest extends LifetimeCase {

  @Test
  void aDependencyIsMadeOutOfOthers() {
    Dependency<String> one = Dependency.of("one", () -> "1");
    Dependency<String> two = Dependency.of("two", one, first -> first + "2");
    Dependency<String> three = Dependency.of("three", one, two, (a, b) -> a + b + "3");
    processors.on(any()).with(three).call((event, all) -> all);

    assertEquals("1123", value(processors.build(), ONE));
  }

  @Test
  void aFactoryIsGivenItsParameterAndWhatItNeeds() {
    Dependency<String> http = Dependency.of("http", () -> "http");
    DependencyFactory<String> secret = DependencyFactory.of("secret", name -> "secret-" + name);
    DependencyFactory<String> plain =
        DependencyFactory.of("plain", http, (name, one) -> name + one);
    DependencyFactory<String> general =
        DependencyFactory.needing(
            "general",
            name -> List.of(http, secret.named(name)),
            (name, needed) -> name + needed.get(http) + needed.get(secret.named(name)));
    processors
        .on(any())
        .with(plain.named("x"))
        .with(general.named("y"))
        .call((event, a, b) -> a + " " + b);

    assertEquals("xhttp yhttpsecret-y", value(processors.build(), ONE));
  }

  @Test
  void aFactoryFindsOnlyWhatItDeclares() {
    Dependency<String> declared = Dependency.of("declared", () -> "");
    Dependency<String> other = Dependency.of("other", () -> "");
    Dependency<String> greedy =
        DependencyFactory.<String>needing(
                "greedy", name -> List.of(declared), (name, needed) -> needed.get(other))
            .unnamed();
    processors.on(any()).with(greedy).with(other).call((event, a, b) -> a);
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals(ErrorId.DEPENDENCY_UNDECLARED, thrown.id());
    assertTrue(thrown.getMessage().contains("factory of greedy"), thrown.getMessage());
  }

  @Test
  void aFailureIsToldByTheNameOfWhatFailed() {
    IOException cause = new IOException("no network");
    Dependency<String> broken =
        Dependency.of(
            "broken",
            () -> {
              throw cause;
            });
    processors
        .on(any())
        .with(Dependency.of("outer", broken, inner -> inner))
        .run((event, all) -> {});
    EventProcessor processor = processors.build();

    DependencyException thrown =
        assertThrows(DependencyException.class, () -> processor.invoke(ONE));

    assertEquals("broken", thrown.dependency());
    assertSame(cause, thrown.getCause());
  }
}
