package dev.eventprocessor.aws;

import dev.eventprocessor.Event;
import dev.eventprocessor.spi.Fields;
import java.util.List;

/** Makes the events of one record of a batch; how, is its trigger's matter. */
interface RecordReader {

  /**
   * The events in the record: one, or what its envelopes hold.
   *
   * @throws dev.eventprocessor.InvalidEventException when it is not in its trigger's shape
   */
  List<Event> events(Fields record, int index, int size);
}
