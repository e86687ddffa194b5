package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Paths, filters and patterns that mean nothing, or what no pattern can say. */
final class FilterFaults {

  private FilterFaults() {}

  static void causeAll(Faults faults) {
    filters(faults);
    patterns(faults);
    unwritable(faults);
  }

  private static void filters(Faults faults) {
    for (String path : List.of("a[", "a[x]", "a['b", "a['b'", "a['b']c", "a[1234567890]")) {
      faults.cause(() -> Path.parse(path));
    }
    faults.cause(() -> eq("order.total", Double.NaN));
    faults.cause(() -> eq("order.state", Thread.State.NEW));
    faults.cause(() -> Filter.of(Map.of("order", Map.of(1, "x"))));
    faults.cause(() -> Filters.lt("order.total", Double.POSITIVE_INFINITY));
    faults.cause(() -> Filters.oneOf("order.state"));
    faults.cause(() -> Filters.anythingButPrefix("order.state"));
    faults.cause(() -> Filters.between("order.total", 5, 1));
    faults.cause(() -> Filters.wildcard("order.name", "a**b"));
    faults.cause(() -> Filters.anythingButWildcard("order.name", "a\\b"));
    faults.cause(() -> Filters.cidr("order.address", "10.0.0.0/33"));
    faults.cause(() -> Filters.matches("order.name", "(a)\\1"));
  }

  private static void patterns(Faults faults) {
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
      faults.cause(() -> EventPattern.parse(pattern));
    }
  }

  private static void unwritable(Faults faults) {
    faults.cause(() -> Filters.toEventPattern(any()));
    faults.cause(() -> Filters.toEventPattern(eq("a", List.of())));
    faults.cause(() -> Filters.toEventPattern(eq("a", new BigDecimal("1e400"))));
    faults.cause(() -> Filters.toEventPattern(eq("a[0]", 1)));
    faults.cause(() -> Filters.toEventPattern(Filters.gt("a", 1).and(Filters.prefix("a", "x"))));
    faults.cause(() -> Filters.toEventPattern(Filters.not(eq("a", 1).and(eq("b", 1)))));
    faults.cause(() -> Filters.toEventPattern(Filters.matches("a", "x")));
    faults.cause(() -> Filters.toEventPattern(Filters.test("odd", event -> true)));
    faults.cause(() -> Filters.toEventPattern(Filters.anythingBut("a", 1, "x")));
    faults.cause(() -> Filters.toEventPattern(Filters.anyOf()));
    faults.cause(() -> Filters.toEventPattern(Filters.prefix("a", "x\"")));
    faults.cause(() -> Filters.toEventPattern(eq("$or", 1)));
    faults.cause(() -> Filters.toEventPattern(Filters.anythingButPrefix("a", "")));
    faults.cause(() -> Filters.toEventPattern(eq("a", 1).or(any())));
    faults.cause(() -> Filters.toEventPattern(Filters.equalsIgnoreCase("a", "\ud83d\ude00")));
    faults.cause(() -> Filters.toEventPattern(Filters.not(eq("a[*]", 1))));
    faults.cause(() -> Filters.toEventPattern(Filters.anyElement("a", Filters.absent("b"))));
    faults.cause(() -> Filters.toEventPattern(eq("a[*].b", 1).and(eq("a[*].c", 1))));
  }
}
