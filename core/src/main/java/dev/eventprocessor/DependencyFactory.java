package dev.eventprocessor;

/**
 * How a dependency is made, from a parameter that each registration chooses.
 *
 * <pre>{@code
 * static final DependencyFactory<Messenger> MESSENGER =
 *     DependencyFactory.of("messenger", Messengers::connect);
 * ...
 * processors.on(alarm).with(MESSENGER.named("slack")).run((event, slack) -> slack.send("..."));
 * }</pre>
 *
 * <p>The factory is called once for each parameter, when the first event needs it, and the result
 * is kept as long as the {@link EventProcessor}: clients and connections are shared by all
 * invocations, so they must be thread-safe. A call that fails is tried again at the next event.
 * Immutable; a constant is the usual place.
 *
 * @param <T> what it makes
 */
public final class DependencyFactory<T> {

  private final String name;
  private final Dependency.Maker<T> maker;

  private DependencyFactory(String name, Dependency.Maker<T> maker) {
    this.name = name;
    this.maker = maker;
  }

  /**
   * A factory by this name, which stands in messages and must be unlike every other factory's in
   * the same {@link EventProcessor}.
   */
  public static <T> DependencyFactory<T> of(String name, Dependency.Maker<T> maker) {
    return new DependencyFactory<>(name, maker);
  }

  /** The dependency that this factory makes with this parameter. */
  public Dependency<T> named(String parameter) {
    return new Dependency<>(name, maker, parameter);
  }
}
