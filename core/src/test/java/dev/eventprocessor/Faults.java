package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;

/** Faults that are caused one after another, and what is said of each. */
final class Faults {

  private final Map<ErrorId, List<String>> texts = new EnumMap<>(ErrorId.class);

  /** What was said so far, in the order in which it was caused. */
  Map<ErrorId, List<String>> texts() {
    return texts;
  }

  /** Whatever it is. */
  void cause(Executable fault) {
    EventProcessorException thrown = assertThrows(EventProcessorException.class, fault);
    texts.computeIfAbsent(thrown.id(), id -> new ArrayList<>()).add(thrown.getMessage());
  }

  /** A registry that cannot be built. */
  void build(Consumer<EventProcessor.Builder> registration) {
    EventProcessor.Builder processors = EventProcessor.builder();
    registration.accept(processors);
    cause(processors::build);
  }

  /** A registry that fails at an event. */
  void dispatch(Consumer<EventProcessor.Builder> registration) {
    EventProcessor.Builder processors = EventProcessor.builder();
    registration.accept(processors);
    EventProcessor processor = processors.build();
    cause(() -> processor.invoke(Map.of("s3cret", "s3cret")));
  }

  /** A dependency that can be made; each call has a factory of its own. */
  static Dependency<String> client(String parameter) {
    return DependencyFactory.of("client", made -> made + parameter).named(parameter);
  }

  /** Lists in lists. */
  static Object nested(int depth) {
    Object nested = 1;
    for (int i = 0; i < depth; i++) {
      nested = List.of(nested);
    }
    return nested;
  }
}
