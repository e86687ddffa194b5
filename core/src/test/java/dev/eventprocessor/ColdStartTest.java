package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.LoadedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fresh JVM loads until the first event has found its processor. */
class ColdStartTest {

  /** Beside a decision that is written by hand. */
  private static final int MOST_CLASSES = 60;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void fewRegistrationsLoadFewClassesMoreThanADecisionByHandAndNoLambda(int registrations)
      throws Exception {
    List<String> byHand = loaded(ByHand.class, registrations);
    List<String> registry = loaded(Registered.class, registrations);

    List<String> more = new ArrayList<>(registry);
    more.removeAll(byHand);
    assertTrue(more.size() <= MOST_CLASSES, () -> more.size() + " classes: " + more);
    List<String> lambdas =
        more.stream().filter(name -> name.contains("Lambda") || name.contains("invoke")).toList();
    assertEquals(List.of(), lambdas);
    assertTrue(more.contains(EventProcessor.class.getName()));
  }

  private static List<String> loaded(Class<?> main, int registrations) throws Exception {
    return LoadedClasses.of(main, "done: alarm", Map.of(), String.valueOf(registrations));
  }

  static final Map<String, Object> ALARM =
      Map.of("state", Map.of("value", "ALARM"), "kind", "k0", "name", "Cpu");

  /** The decision as one would write it. */
  static final class ByHand {

    public static void main(String[] args) {
      Object state = ALARM.get("state");
      boolean alarm =
          state instanceof Map<?, ?> map
              && "ALARM".equals(map.get("value"))
              && "k0".equals(ALARM.get("kind"));
      System.out.println(alarm ? "done: alarm" : "done: other");
    }
  }

  /** The same among others; the program's own processors are no lambdas, to count ours alone. */
  static final class Registered {

    private static final String[] KINDS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    public static void main(String[] args) {
      EventProcessor.Builder processors = EventProcessor.builder();
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        processors
            .on(Filters.eq("state.value", "ALARM").and(Filters.eq("kind", "k".concat(KINDS[i]))))
            .call(new Alarm());
      }
      Object value = processors.build().invoke(ALARM).get(0).value();
      System.out.println("done: ".concat(String.valueOf(value)));
    }
  }

  static final class Alarm implements Registration.Answer {
    @Override
    public Object call(Event event) {
      return "alarm";
    }
  }
}
