package dev.eventprocessor.aws;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.BatchRecord;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a batch's record. A record that holds several becomes as many items with one
 * identifier, so that it is done when all of them are; one that holds none is done already.
 */
final class Item implements BatchRecord {

  private final Object identifier;
  private final @Nullable String group;
  private final Object raw;
  private final @Nullable Event event;
  private final @Nullable InvalidEventException fault;

  private Item(
      Object identifier,
      @Nullable String group,
      Object raw,
      @Nullable Event event,
      @Nullable InvalidEventException fault) {
    this.identifier = identifier;
    this.group = group;
    this.raw = raw;
    this.event = event;
    this.fault = fault;
  }

  /** A record of a batch, before it is read. */
  record Place(Object identifier, @Nullable String group, int index, int size) {}

  /** Reads the record and adds what it holds; a record in the wrong shape is its own failure. */
  static void add(List<Item> items, Place place, Fields record, RecordReader reader) {
    List<Event> events;
    try {
      events = reader.events(record, place.index, place.size);
    } catch (InvalidEventException fault) {
      items.add(new Item(place.identifier, place.group, record.map(), null, fault));
      return;
    }
    for (int i = 0; i < events.size(); i++) {
      items.add(new Item(place.identifier, place.group, record.map(), events.get(i), null));
    }
  }

  /** Reads all records of a list; each is known by its place there. */
  static List<Item> all(Fields payload, String key, RecordReader reader) {
    int size = payload.requiredSize(key);
    List<Item> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Place place = new Place(key + "[" + i + "]", null, i, size);
      add(items, place, payload.element(key, i), reader);
    }
    return items;
  }

  /** How Lambda is told of the record: text, or a map on Kafka. */
  Object identifier() {
    return identifier;
  }

  @Override
  public String id() {
    return identifier.toString();
  }

  @Override
  public @Nullable String group() {
    return group;
  }

  @Override
  public Event event() {
    if (event == null) {
      throw fault == null ? new IllegalStateException("An item has an event or a fault") : fault;
    }
    return event;
  }

  @Override
  public Object raw() {
    return raw;
  }
}
