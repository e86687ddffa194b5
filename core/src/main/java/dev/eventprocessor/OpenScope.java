package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * The scope of an invocation that brings several events, opened when the first of them needs it.
 */
final class OpenScope implements AutoCloseable {

  private final Scope application;
  private final Invocation invocation;
  private @Nullable Scope scope;

  OpenScope(Scope application, Invocation invocation) {
    this.application = application;
    this.invocation = invocation;
  }

  Invocation invocation() {
    return invocation;
  }

  synchronized Scope get() {
    if (scope == null) {
      scope = application.open(invocation);
    }
    return scope;
  }

  /**
   * Closes what was made for the invocation, the last one made first.
   *
   * @throws DependencyException {@code dependency-close-failed}, the first failure
   */
  @Override
  public synchronized void close() {
    if (scope != null) {
      scope.close();
    }
  }
}
