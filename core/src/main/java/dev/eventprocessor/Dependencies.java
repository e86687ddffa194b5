package dev.eventprocessor;

/** What a {@link Processor} finds its dependencies in. Thread-safe. */
public interface Dependencies {

  /**
   * The thing itself; the same one at every call.
   *
   * @throws DependencyException {@code dependency-undeclared}, when no registration names it with
   *     {@link Registration#needs} or {@link Registration#with}; {@code dependency-failed}, when
   *     its factory throws or returns nothing
   */
  <T> T get(Dependency<T> dependency);
}
