package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Invocation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationsTest {

  @Test
  void theEnvironmentSaysTheFunctionAndItsTimeLimit() {
    Instant before = Instant.now();

    Invocation invocation = new Invocations("orders", "target", "60").begin("e", "t");

    assertEquals("orders", invocation.function());
    assertEquals("e", invocation.id());
    assertEquals("t", invocation.trace());
    assertTrue(invocation.deadline().isAfter(before.plusSeconds(59)));
    assertTrue(invocation.deadline().isBefore(Instant.now().plusSeconds(61)));
  }

  @Test
  void withoutAServiceTheFunctionIsItsTarget() {
    assertEquals("target", new Invocations(null, "target", null).begin(null, null).function());
  }

  @Test
  void whatIsNoTimeLimitIsNone() {
    for (String seconds : new String[] {null, "", "s3cret", "0", "-5", "99999999999"}) {
      assertNull(new Invocations(null, null, seconds).begin(null, null).deadline(), seconds);
    }
  }

  @Test
  void theHeadersSayTheCallAndItsTrace() {
    Invocations invocations = new Invocations(null, null, null);

    Invocation current =
        invocations.begin(
            headers(
                Map.of(
                    "Function-Execution-Id",
                    "e1",
                    "traceparent",
                    "00-a-b-01",
                    "X-Cloud-Trace-Context",
                    "old")));
    Invocation older =
        invocations.begin(
            headers(
                Map.of("HTTP_FUNCTION_EXECUTION_ID", "e2", "X-Cloud-Trace-Context", "a/1;o=1")));

    assertEquals(new Invocation("e1", null, null, "00-a-b-01"), current);
    assertEquals(new Invocation("e2", null, null, "a/1;o=1"), older);
    assertEquals(Invocation.UNKNOWN, invocations.begin(headers(Map.of())));
  }

  private static Headers headers(Map<String, String> headers) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return Headers.of(lists);
  }
}
