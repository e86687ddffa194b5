package dev.eventprocessor.batch;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an application wants batches and failed events handled. Give it to {@code
 * EventProcessor.Builder.batch}:
 *
 * <pre>{@code
 * processors.batch(BatchSettings.DEFAULT.parallel(8).parkingLot(this::park));
 * }</pre>
 *
 * @param width how many records of one batch run at the same time: 1 to {@value #MOST}
 * @param margin how long before the invocation's deadline no further record is started: longer than
 *     the slowest record takes. Never more than half of the time that is left when the batch begins
 * @param parkingLot where rejected events go; null for none
 * @param retryDelay who passes on how long to wait before the next delivery; null for nobody
 */
public record BatchSettings(
    int width, Duration margin, @Nullable ParkingLot parkingLot, @Nullable RetryDelay retryDelay) {

  private static final int MOST = 1000;
  private static final Duration LONGEST = Duration.ofHours(1);

  /** One record after the other, a margin of two seconds, no parking lot, no delays. */
  public static final BatchSettings DEFAULT =
      new BatchSettings(1, Duration.ofSeconds(2), null, null);

  /**
   * Checks the values.
   *
   * @throws ConfigurationException {@code batch-setting-unusable}
   */
  public BatchSettings {
    if (width < 1 || width > MOST) {
      throw unusable("parallel(" + width + ")", "1 to " + MOST + " records at the same time");
    }
    if (margin.isNegative() || margin.compareTo(LONGEST) > 0) {
      throw unusable("margin(" + margin + ")", "no time at all to " + LONGEST);
    }
  }

  /**
   * The same, with so many records of one batch at the same time. Records of one ordered group
   * never run at the same time.
   */
  public BatchSettings parallel(int records) {
    return new BatchSettings(records, margin, parkingLot, retryDelay);
  }

  /** The same, with another margin before the deadline. */
  public BatchSettings margin(Duration beforeDeadline) {
    return new BatchSettings(width, beforeDeadline, parkingLot, retryDelay);
  }

  /** The same, with a place for rejected events. */
  public BatchSettings parkingLot(ParkingLot lot) {
    return new BatchSettings(width, margin, lot, retryDelay);
  }

  /** The same, with someone who passes delays on. */
  public BatchSettings retryDelay(RetryDelay postponement) {
    return new BatchSettings(width, margin, parkingLot, postponement);
  }

  private static ConfigurationException unusable(String what, String possible) {
    return new ConfigurationException(
        ErrorId.BATCH_SETTING_UNUSABLE,
        "BatchSettings cannot have " + what + ". Possible is " + possible + ".",
        null);
  }
}
