package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.Invocation;
import dev.eventprocessor.fakes.aws.FakeContext;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaInvocationTest {

  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void theCallIsDescribedByItsContext() {
    Instant before = Instant.now().minusMillis(1);

    Invocation invocation = LambdaInvocation.of(new FakeContext("orders").remainingMillis(30_000));

    assertEquals("00000000-0000-0000-0000-000000000000", invocation.id());
    assertEquals("orders", invocation.function());
    assertFalse(invocation.deadline().isBefore(before.plusSeconds(30)));
    assertFalse(invocation.deadline().isAfter(Instant.now().plusSeconds(30)));
  }

  @Test
  void withoutTimeLeftTheDeadlineIsUnknown() {
    FakeContext past = new FakeContext().remainingMillis(-3);

    assertNull(LambdaInvocation.of(past).deadline());
  }

  @Test
  void theContextsOwnTraceComesFirst() {
    System.setProperty(PROPERTY, "Root=1-of-another-call");

    assertEquals("Root=1-own", LambdaInvocation.of(traced("Root=1-own")).trace());
  }

  @Test
  void withoutOneInTheContextTheTraceIsTheRuntimes() {
    System.setProperty(PROPERTY, "Root=1-of-the-call");

    assertEquals("Root=1-of-the-call", LambdaInvocation.of(traced(null)).trace());
  }

  @Test
  void inARuntimeWhoseContextKnowsNoTraceItIsTheRuntimesToo() {
    System.setProperty(PROPERTY, "Root=1-of-the-call");
    FakeContext older =
        new FakeContext() {
          @Override
          public String getXrayTraceId() {
            throw new NoSuchMethodError("getXrayTraceId");
          }
        };

    assertEquals("Root=1-of-the-call", LambdaInvocation.of(older).trace());
  }

  @Test
  void noTraceIsNull() {
    assertNull(LambdaInvocation.of(traced(null)).trace());
    assertNull(LambdaInvocation.of(traced("")).trace());
  }

  private static FakeContext traced(String trace) {
    return new FakeContext().trace(trace);
  }
}
