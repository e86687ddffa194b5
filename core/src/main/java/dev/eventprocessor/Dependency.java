package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * Something that processors need, by the factory that makes it and the parameter it is made with.
 *
 * <p>A dependency is a key, not the thing itself: keep it in a constant, give it to {@link
 * Registration#with}, and the processor receives what the factory made. Two dependencies of one
 * factory with equal parameters are the same one. Immutable.
 *
 * @param <T> what the processor receives
 */
public final class Dependency<T> {

  /** The invocation that the event came in: its id, its deadline, its trace. Always there. */
  public static final Dependency<Invocation> INVOCATION =
      new Dependency<>("invocation", parameter -> Invocation.UNKNOWN, "");

  private final String factory;
  private final Maker<T> maker;
  private final String parameter;

  Dependency(String factory, Maker<T> maker, String parameter) {
    this.factory = factory;
    this.maker = maker;
    this.parameter = parameter;
  }

  /** The name of the factory that makes it. */
  String factory() {
    return factory;
  }

  boolean isMadeLike(Dependency<?> other) {
    return maker == other.maker;
  }

  T make() throws Exception {
    return maker.make(parameter);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dependency<?> dependency
        && maker == dependency.maker
        && factory.equals(dependency.factory)
        && parameter.equals(dependency.parameter);
  }

  @Override
  public int hashCode() {
    return 31 * factory.hashCode() + parameter.hashCode();
  }

  /** {@code messenger("slack")}, as it stands in messages. */
  @Override
  public String toString() {
    return factory + "(\"" + parameter + "\")";
  }

  /**
   * Makes a dependency.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Makes the dependency; what it throws becomes the cause of a {@link DependencyException}.
     *
     * @param parameter what {@code DependencyFactory.named} was given
     */
    T make(String parameter) throws Exception;
  }
}
