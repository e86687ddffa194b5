package dev.eventprocessor;

/** What a {@link Processor} finds its dependencies in. Thread-safe. */
public interface Dependencies {

  /**
   * The thing itself; the same one at every call, unless it is {@link Dependency#uncached}.
   *
   * @throws DependencyException {@code dependency-undeclared}, when it was not named with {@link
   *     Registration#needs} or {@link Registration#with}; {@code dependency-failed}, when its
   *     factory throws or returns nothing; {@code dependency-closed}, after the end
   */
  <T> T get(Dependency<T> dependency);
}
