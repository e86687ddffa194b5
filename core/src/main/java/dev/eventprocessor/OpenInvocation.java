package dev.eventprocessor;

import java.util.List;

/**
 * An invocation that brings several events, possibly at the same time. What is made {@linkplain
 * Dependency#perInvocation for the invocation} is shared by them and closed with it. Thread-safe.
 */
public final class OpenInvocation implements AutoCloseable {

  private final Dispatch dispatch;
  private final OpenScope open;

  OpenInvocation(Dispatch dispatch, OpenScope open) {
    this.dispatch = dispatch;
    this.open = open;
  }

  /** The call of the cloud's function that this is. */
  public Invocation invocation() {
    return open.invocation();
  }

  /** {@link EventProcessor#invoke(Event, Invocation)} in this invocation. */
  public List<Result> invoke(Event event) {
    return dispatch.invoke(event, open.invocation(), open);
  }

  /**
   * Closes what was made for the invocation, the last one made first.
   *
   * @throws DependencyException {@code dependency-close-failed}, the first failure
   */
  @Override
  public void close() {
    open.close();
  }
}
