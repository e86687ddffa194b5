package dev.eventprocessor.batch;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.spi.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs batches.
 *
 * <p>A failure, whatever its type, belongs to its record: the others still run. In an ordered group
 * the records after a failed one are not run but reported with it, because running them would break
 * the order.
 */
public final class Batch {

  private Batch() {}

  /**
   * Runs every record in the order given.
   *
   * @return the records to deliver again, in the order given; empty when all are done
   */
  public static List<Failure> run(EventProcessor processor, List<? extends BatchRecord> records) {
    List<Failure> failures = new ArrayList<>(0);
    Set<String> stopped = new HashSet<>(0);
    for (BatchRecord record : records) {
      @Nullable String group = null;
      try {
        group = record.group();
        if (group != null && stopped.contains(group)) {
          throw new HeldBackException();
        }
        Results.answer(processor.invoke(record.event()));
      } catch (Throwable failure) { // An Error, too, is this record's failure and no other's.
        failures.add(new Failure(record.id(), failure));
        if (group != null) {
          stopped.add(group);
        }
      }
    }
    return failures;
  }

  /**
   * A record to deliver again.
   *
   * @param id the record's id
   * @param cause why; a {@link HeldBackException} where it was not run
   */
  public record Failure(String id, Throwable cause) {}
}
