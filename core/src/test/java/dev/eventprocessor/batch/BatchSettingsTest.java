package dev.eventprocessor.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventProcessor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BatchSettingsTest {

  @Test
  void eachSettingChangesItselfOnly() {
    ParkingLot lot = (event, reason) -> {};
    RetryDelay delay = (event, wait) -> {};

    BatchSettings settings =
        BatchSettings.DEFAULT
            .parkingLot(lot)
            .retryDelay(delay)
            .parallel(8)
            .margin(Duration.ofSeconds(5));

    assertEquals(new BatchSettings(8, Duration.ofSeconds(5), lot, delay), settings);
    assertEquals(new BatchSettings(1, Duration.ofSeconds(2), null, null), BatchSettings.DEFAULT);
  }

  @Test
  void valuesThatCannotBeMeantAreRefused() {
    assertUnusable(() -> BatchSettings.DEFAULT.parallel(0));
    assertUnusable(() -> BatchSettings.DEFAULT.parallel(1001));
    assertUnusable(() -> BatchSettings.DEFAULT.margin(Duration.ofMillis(-1)));
    assertUnusable(() -> BatchSettings.DEFAULT.margin(Duration.ofSeconds(3601)));
  }

  @Test
  void aRegistryHasTheDefaultsUnlessTold() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().run(event -> {});

    assertSame(BatchSettings.DEFAULT, processors.build().batchSettings());
    assertEquals(
        4, processors.batch(BatchSettings.DEFAULT.parallel(4)).build().batchSettings().width());
    assertNull(processors.build().batchSettings().parkingLot());
  }

  private static void assertUnusable(Executable setting) {
    assertEquals(
        ErrorId.BATCH_SETTING_UNUSABLE, assertThrows(ConfigurationException.class, setting).id());
  }
}
