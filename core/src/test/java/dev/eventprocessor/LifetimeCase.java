package dev.eventprocessor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A registry whose dependencies say when they are made and closed. */
abstract class LifetimeCase {

  static final Event ONE = Event.of(Map.of("a", 1));
  static final Event TWO = Event.of(Map.of("a", 2));
  static final Invocation CALL = new Invocation("call-1", null, null, null);

  final List<String> log = new ArrayList<>();
  final EventProcessor.Builder processors = EventProcessor.builder();

  /** Says when it is made and closed; cannot be told from another one but by identity. */
  final class Thing implements AutoCloseable {
    private final String name;

    Thing(String name) {
      this.name = name;
      log.add("made " + name);
    }

    @Override
    public void close() throws IOException {
      log.add("closed " + name);
      if (name.startsWith("bad")) {
        throw new IOException("cannot close " + name);
      }
    }
  }

  Dependency<Thing> thing(String name) {
    return Dependency.of(name, () -> new Thing(name));
  }

  /** What the first processor returns for an event of a call. */
  static Object value(EventProcessor processor, Event event) {
    return processor.invoke(event, CALL).get(0).value();
  }
}
