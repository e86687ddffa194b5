package dev.eventprocessor.azure;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.batch.BatchRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event of a call, or why it is none. Immutable. */
final class AzureRecord implements BatchRecord {

  private final int index;
  private final @Nullable String group;
  private final @Nullable Event event;
  private final @Nullable Object raw;
  private final @Nullable InvalidEventException wrongShape;

  private AzureRecord(
      int index,
      @Nullable String group,
      @Nullable Event event,
      @Nullable Object raw,
      @Nullable InvalidEventException wrongShape) {
    this.index = index;
    this.group = group;
    this.event = event;
    this.raw = raw;
    this.wrongShape = wrongShape;
  }

  static AzureRecord of(int index, @Nullable String group, Event event) {
    return new AzureRecord(index, group, event, event.get("raw"), null);
  }

  static AzureRecord unreadable(int index, Object raw, InvalidEventException wrongShape) {
    return new AzureRecord(index, null, null, raw, wrongShape);
  }

  /** The host knows messages of a call by their place only. */
  @Override
  public String id() {
    return Integer.toString(index);
  }

  @Override
  public @Nullable String group() {
    return group;
  }

  @Override
  public Event event() {
    if (wrongShape != null) {
      throw wrongShape;
    }
    return Objects.requireNonNull(event);
  }

  @Override
  public @Nullable Object raw() {
    return raw;
  }
}
