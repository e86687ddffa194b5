package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.azure.functions.ExecutionContext;
import dev.eventprocessor.BatchException;
import dev.eventprocessor.Dependency;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.spi.Applications;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls with many messages, and what the host says of a call. */
class BatchCallTest {

  private final List<Event> run = new ArrayList<>();
  private final List<Event> parked = new ArrayList<>();
  private @Nullable RuntimeException failure;

  @Test
  void nothingAfterAFailedEventOfAHubIsRunAndTheCallFails() {
    failure = new IllegalStateException("away");

    BatchException undivided =
        assertThrows(
            BatchException.class,
            () -> application(BatchSettings.DEFAULT).run(hub("a", "fail", "c"), call(0, 0)));

    assertEquals(ErrorId.BATCH_UNDIVIDED, undivided.id());
    assertSame(failure, undivided.getCause());
    assertEquals(List.of("a", "fail"), data(run));
  }

  @Test
  void aBatchOfWhichNothingIsBoundIsAFaultAndNotAnEmptyOne() {
    for (Object nothing : Arrays.asList(null, "null", "5")) {
      InvalidEventException fault =
          assertThrows(
              InvalidEventException.class,
              () ->
                  application(BatchSettings.DEFAULT)
                      .run(Binding.cosmosDb("d", "c", nothing), call(0, 0)));

      assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, fault.id());
    }
    application(BatchSettings.DEFAULT).run(Binding.cosmosDb("d", "c", "[]"), call(0, 0));
    assertEquals(List.of(), run);
  }

  @Test
  void theFailureOfAnOnlyMessageIsTheCalls() {
    failure = new IllegalStateException("away");

    assertSame(
        failure,
        assertThrows(
            IllegalStateException.class,
            () -> application(BatchSettings.DEFAULT).run(hub("fail"), call(0, 0))));
  }

  @Test
  void aRejectedEventIsParkedAndTheRestGoesOn() {
    failure = new RejectException("never");
    BatchSettings parking = BatchSettings.DEFAULT.parkingLot((event, reason) -> parked.add(event));

    assertDoesNotThrow(() -> application(parking).run(hub("a", "fail", "c"), call(0, 0)));

    assertEquals(List.of("a", "fail", "c"), data(run));
    assertEquals(List.of("fail"), data(parked));
  }

  @Test
  void aDocumentThatIsNoneIsParkedAsItCame() {
    BatchSettings parking = BatchSettings.DEFAULT.parkingLot((event, reason) -> parked.add(event));

    application(parking).run(Binding.cosmosDb("d", "c", "[{\"id\": \"1\"}, null]"), call(0, 0));

    assertEquals(1, run.size());
    assertEquals(List.of("raw"), List.copyOf(parked.get(0).asMap().keySet()));
  }

  @Test
  void aBatchThatIsNoListIsParkedWhole() {
    BatchSettings parking = BatchSettings.DEFAULT.parkingLot((event, reason) -> parked.add(event));

    application(parking).run(Binding.eventHubBatch("h", "no list"), call(0, 0));

    assertEquals("no list", parked.get(0).get("raw.Data"));
  }

  @Test
  void messagesOfOtherSessionsGoOnBehindAFailedOne() {
    failure = new IllegalStateException("away");
    Binding binding =
        Binding.serviceBusQueueBatch("q", List.of("fail", "b", "c"))
            .metadata("SessionIdArray", List.of("s-1", "s-1", "s-2"));

    assertThrows(
        BatchException.class, () -> application(BatchSettings.DEFAULT).run(binding, call(0, 0)));

    assertEquals(List.of("fail", "c"), data(run));
  }

  @Test
  void anEmptyBatchIsDone() {
    application(BatchSettings.DEFAULT).run(Binding.eventHubBatch("h", new byte[0][]), call(0, 0));

    assertEquals(List.of(), run);
  }

  @Test
  void anArrayThatTheHostHasShortenedIsNotRead() {
    Binding binding =
        Binding.serviceBusQueueBatch("q", new String[] {"a", "b"})
            .metadata("MessageIdArray", List.of("which-of-them"))
            .metadata("DeliveryCountArray", "[1, 2]");

    application(BatchSettings.DEFAULT).run(binding, call(0, 0));

    assertEquals(2L, run.get(1).get("delivery.attempt"));
    assertEquals(false, run.get(0).has("id"));
  }

  @Test
  void theAttemptIsCountedWhereARetryPolicyCounts() {
    application(BatchSettings.DEFAULT).run(hub("a"), call(0, 0));
    application(BatchSettings.DEFAULT).run(hub("a"), call(2, 5));
    application(BatchSettings.DEFAULT).run(hub("a"), call(7, -1));

    assertEquals(false, run.get(0).has("delivery.attempt"));
    assertEquals(3L, run.get(1).get("delivery.attempt"));
    assertEquals(8L, run.get(2).get("delivery.attempt"));
  }

  @Test
  void theInvocationIsTheHosts() {
    List<Invocation> invocations = new ArrayList<>();
    AzureApplication application =
        new AzureApplication(
            Applications.build(
                processors ->
                    processors
                        .otherwise()
                        .with(Dependency.INVOCATION)
                        .run((event, invocation) -> invocations.add(invocation))));

    application.run(Binding.eventGrid("{}"), call(0, 0));

    Invocation invocation = invocations.get(0);
    assertEquals("00000000-0000-0000-0000-000000000000", invocation.id());
    assertEquals("orders", invocation.function());
    assertEquals("00-trace-span-01", invocation.trace());
  }

  private AzureApplication application(BatchSettings settings) {
    return new AzureApplication(
        Applications.build(
            processors -> {
              processors.batch(settings);
              processors.otherwise().named("all").run(this::process);
            }));
  }

  private void process(Event event) {
    run.add(event);
    if ("fail".equals(event.get("data")) && failure != null) {
      throw failure;
    }
  }

  private static Binding hub(String... events) {
    return Binding.eventHubBatch("h", events);
  }

  private static List<Object> data(List<Event> events) {
    return events.stream().map(event -> event.get("data")).toList();
  }

  /** What the worker gives to a function with a retry policy. */
  private static ExecutionContext call(int retries, int most) {
    return new FakeExecutionContext("orders").trace("00-trace-span-01").retry(retries, most);
  }
}
