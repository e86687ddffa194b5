package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of the events that the processors of one dispatch get: modules with steps of their own
 * see different ones. For the time of one dispatch; not thread-safe.
 */
final class EventScopes implements AutoCloseable {

  private final Scope outer;
  private final Width width;
  private final List<Event> events = new ArrayList<>(1);
  private final List<Scope> scopes = new ArrayList<>(1);

  /** What is made for an event alone, or for nothing less than the application. */
  enum Width {
    APPLICATION,
    EVENT
  }

  /** The outer scope is the application's, or that of the invocation, where events open theirs. */
  EventScopes(Scope outer, Width width) {
    this.outer = outer;
    this.width = width;
  }

  /** The scope of an event, the same one each time. */
  @SuppressWarnings("ReferenceEquality") // An event is itself; it has no other equality.
  Scope of(Event event) {
    if (width == Width.APPLICATION) {
      return outer;
    }
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) == event) {
        return scopes.get(i);
      }
    }
    Scope scope = outer.open(event);
    events.add(event);
    scopes.add(scope);
    return scope;
  }

  /**
   * Closes what was made for the events, the last one first.
   *
   * @throws DependencyException {@code dependency-close-failed}, the first failure, with the others
   *     suppressed
   */
  @Override
  public void close() {
    @Nullable DependencyException failure = null;
    for (int i = scopes.size() - 1; i >= 0; i--) {
      try {
        scopes.get(i).close();
      } catch (DependencyException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
