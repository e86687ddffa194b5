package dev.eventprocessor.batch;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import java.util.Map;

/** A record as an adapter would make it. */
class FakeRecord implements BatchRecord {

  private final String id;
  private final String group;

  FakeRecord(String id, String group) {
    this.id = id;
    this.group = group;
  }

  /** One that cannot be made into an event. */
  static FakeRecord misshapen(String id, String group) {
    return new FakeRecord(id, group) {
      @Override
      public Event event() {
        throw new InvalidEventException(ErrorId.PAYLOAD_WRONG_SHAPE, "no body");
      }
    };
  }

  /** One that cannot even tell its group. */
  static FakeRecord groupless(String id) {
    return new FakeRecord(id, "") {
      @Override
      public String group() {
        throw new InvalidEventException(ErrorId.PAYLOAD_WRONG_SHAPE, "no group");
      }
    };
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public Event event() {
    return Event.of(Map.of("id", id, "raw", raw()));
  }

  @Override
  public Object raw() {
    return Map.of("body", "body of " + id);
  }

  @Override
  public String toString() {
    return id + "@" + group;
  }
}
