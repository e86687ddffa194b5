package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.NoMatchException;
import dev.eventprocessor.Registration;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SingleEventTest {

  private static final Event EVENT = Event.of(Map.of("id", "1", "raw", "envelope"));

  private final List<Object> parked = new ArrayList<>();

  @Test
  void itsAnswerIsTheProcessors() {
    assertEquals(
        "answer to 1", run(BatchSettings.DEFAULT, event -> "answer to " + event.text("id")));
    assertNull(run(BatchSettings.DEFAULT, event -> null));
  }

  @Test
  void whatItsProcessorThrowsPassesThrough() {
    IOException broken = new IOException("broken");
    RejectException rejected = new RejectException("never");

    assertSame(
        broken, assertThrows(IOException.class, () -> run(BatchSettings.DEFAULT, failing(broken))));
    assertSame(
        rejected,
        assertThrows(RejectException.class, () -> run(BatchSettings.DEFAULT, failing(rejected))));
  }

  @Test
  void rejectedItIsParkedAndAnsweredWithNothing() {
    assertNull(run(parking(), failing(new RejectException("never"))));
    assertEquals(List.of("envelope"), parked);
  }

  @Test
  void acceptedByNobodyItIsParked() {
    EventProcessor.Builder processors = EventProcessor.builder().batch(parking());
    processors.on(Map.of("other", 1)).run(event -> {});

    assertNull(Batch.single(processors.build(), EVENT, Invocation.UNKNOWN));
    assertEquals(List.of("envelope"), parked);
  }

  @Test
  void withoutAParkingLotAcceptedByNobodyItFails() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.on(Map.of("other", 1)).run(event -> {});

    assertThrows(
        NoMatchException.class, () -> Batch.single(processors.build(), EVENT, Invocation.UNKNOWN));
  }

  @Test
  void thatCannotBeParkedItFails() {
    BatchSettings full =
        BatchSettings.DEFAULT.parkingLot(
            (event, reason) -> {
              throw new IOException("full");
            });

    BatchException told =
        assertThrows(BatchException.class, () -> run(full, failing(new RejectException("never"))));
    assertEquals(ErrorId.PARKING_FAILED, told.id());
  }

  @Test
  void itsDelayIsPassedOn() {
    List<Duration> delays = new ArrayList<>();
    BatchSettings settings = BatchSettings.DEFAULT.retryDelay((event, delay) -> delays.add(delay));

    assertThrows(
        RetryException.class,
        () -> run(settings, failing(new RetryException("busy", Duration.ofSeconds(3)))));
    assertEquals(List.of(Duration.ofSeconds(3)), delays);
  }

  private BatchSettings parking() {
    return BatchSettings.DEFAULT.parkingLot((event, reason) -> parked.add(event.get("raw")));
  }

  private static Registration.Answer failing(Exception failure) {
    return event -> {
      throw failure;
    };
  }

  private static Object run(BatchSettings settings, Registration.Answer answer) {
    EventProcessor.Builder processors = EventProcessor.builder().batch(settings);
    processors.otherwise().call(answer);
    return Batch.single(processors.build(), EVENT, Invocation.UNKNOWN);
  }
}
