package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the portable fields of an event are, whatever its payload was. */
final class PortableForm {

  private static final Set<String> GROUPS =
      Set.of("resource", "delivery", "object", "http", "stream", "change", "schedule", "message");

  /** The user's: any JSON. */
  private static final Set<String> FREE = Set.of("data", "raw");

  private static final Set<String> NUMBERS =
      Set.of("delivery.attempt", "delivery.index", "delivery.size", "object.size", "stream.offset");

  private static final Set<String> TIMES =
      Set.of(
          "time",
          "expirytime",
          "recordedtime",
          "delivery.enqueued",
          "delivery.firstreceived",
          "schedule.scheduled");

  private static final Set<String> TEXTS =
      Set.of(
          "resource.id",
          "resource.name",
          "resource.region",
          "resource.account",
          "delivery.receipt",
          "object.bucket",
          "object.key",
          "object.etag",
          "object.version",
          "http.method",
          "http.path",
          "change.op",
          "change.table",
          "stream.name");

  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  private PortableForm() {}

  static void assertHas(Event event, String what) {
    for (String base : Set.of("kind", "cloud", "trigger", "raw")) {
      assertTrue(event.has(base), what + " lacks " + base);
    }
    event.asMap().forEach((field, value) -> assertField(field, value, what));
  }

  private static void assertField(String field, @Nullable Object value, String what) {
    if (GROUPS.contains(field) || field.equals("attributes")) {
      Map<?, ?> group = assertInstanceOf(Map.class, value, what + ": " + field);
      assertTrue(!group.isEmpty(), what + ": " + field + " is empty");
      group.forEach((name, inner) -> assertKnown(field + "." + name, inner, what));
    } else if (!FREE.contains(field)) {
      assertInstanceOf(String.class, value, what + ": " + field);
      assertKnown(field, value, what);
    }
  }

  private static void assertKnown(String path, @Nullable Object value, String what) {
    String at = what + ": " + path;
    assertTrue(value != null, at + " is null");
    if (NUMBERS.contains(path)) {
      assertInstanceOf(Long.class, value, at);
    } else if (TIMES.contains(path)) {
      assertTrue(RFC_3339.matcher((String) value).matches(), at + " is no time");
    } else if (TEXTS.contains(path)) {
      assertInstanceOf(String.class, value, at);
    }
  }
}
