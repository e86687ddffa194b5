package dev.eventprocessor.cli;

import dev.eventprocessor.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bindings that a case names: a text as on the command line, a list of them, {@code {"NAME":
 * "TYPE"}}, or {@code {"name": ..., "type": ...}} as in function.json. Where there is none, the
 * case's {@code trigger} says it. Stateless.
 */
final class CaseBindings {

  private CaseBindings() {}

  static List<String> of(Members testCase) {
    List<String> bindings = new ArrayList<>(1);
    byte @Nullable [] written = testCase.raw("binding");
    add(written == null ? null : Json.read(written), bindings);
    @Nullable String trigger = testCase.text("trigger");
    if (bindings.isEmpty() && trigger != null && "azure".equals(testCase.text("cloud"))) {
      bindings.add(trigger);
    }
    return bindings;
  }

  private static void add(@Nullable Object binding, List<String> bindings) {
    if (binding instanceof String text && !text.isEmpty()) {
      bindings.add(text);
    } else if (binding instanceof List<?> list) {
      for (Object each : list) {
        add(each, bindings);
      }
    } else if (binding instanceof Map<?, ?> map && map.get("type") instanceof String type) {
      bindings.add(map.get("name") instanceof String name ? name + "=" + type : type);
    } else if (binding instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        bindings.add(entry.getKey() + "=" + entry.getValue());
      }
    }
  }
}
