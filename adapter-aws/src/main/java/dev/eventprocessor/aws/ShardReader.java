package dev.eventprocessor.aws;

import dev.eventprocessor.Event;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import java.util.List;

/** What a stream's source knows of its records. Stateless. */
interface ShardReader {

  /** What Lambda knows the record by. */
  String id(Fields record);

  /**
   * The event that a record is, without what it shares with its batch.
   *
   * @throws dev.eventprocessor.InvalidEventException when it is not in its trigger's shape
   */
  PortableEvent event(Fields record);

  /** The event that tells of a window's end. */
  PortableEvent end(Fields payload);

  /** Ends the event, or opens what it carries. */
  List<Event> finish(PortableEvent event, Object raw);
}
