package dev.eventprocessor;

/** What one invocation can be given: the application's dependencies, and the invocation itself. */
final class InvocationScope implements Dependencies {

  private final Dependencies application;
  private final Invocation invocation;

  InvocationScope(Dependencies application, Invocation invocation) {
    this.application = application;
    this.invocation = invocation;
  }

  @Override
  @SuppressWarnings("unchecked") // The key of the invocation is typed by it.
  public <T> T get(Dependency<T> dependency) {
    return dependency.equals(Dependency.INVOCATION) ? (T) invocation : application.get(dependency);
  }
}
