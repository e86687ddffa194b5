package dev.eventprocessor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How dependencies are made from a parameter that each registration chooses. {@link Dependency#of}
 * is for what has none.
 *
 * <pre>{@code
 * static final DependencyFactory<Messenger> MESSENGER =
 *     DependencyFactory.of("messenger", Messenger::connect);
 * ...
 * processors.on(alarm).with(MESSENGER.named("slack")).run((event, slack) -> slack.send("..."));
 * }</pre>
 *
 * <p>The factory is called once for each parameter, when the first event needs it, and the result
 * is kept as long as the {@link EventProcessor}: clients and connections are shared by all
 * invocations, so they must be thread-safe. {@link #perInvocation} and {@link #uncached} keep it
 * shorter. A call that fails is tried again at the next event. Immutable; a constant is the usual
 * place.
 *
 * @param <T> what it makes
 */
public final class DependencyFactory<T> {

  private final Dependency.Recipe<T> recipe;

  private DependencyFactory(Dependency.Recipe<T> recipe) {
    this.recipe = recipe;
  }

  /**
   * A factory by this name, which stands in messages and must be unlike every other factory's in
   * the same {@link EventProcessor}.
   *
   * @param maker gets what {@link #named} was given
   */
  public static <T> DependencyFactory<T> of(String name, Dependency.Maker1<String, T> maker) {
    return new DependencyFactory<>(
        new Dependency.Recipe<>(
            name,
            List.of(),
            new Dependency.Maker2<>() {
              @Override
              public T make(String parameter, Dependency.Source source) throws Exception {
                return maker.make(parameter);
              }
            }));
  }

  /** A factory that makes its things out of the parameter and another dependency. */
  public static <A, T> DependencyFactory<T> of(
      String name, Dependency<A> first, Dependency.Maker2<String, A, T> maker) {
    return new DependencyFactory<>(
        new Dependency.Recipe<>(
            name,
            Arrays.asList(first),
            new Dependency.Maker2<>() {
              @Override
              public T make(String parameter, Dependency.Source source) throws Exception {
                return maker.make(parameter, source.get(first));
              }
            }));
  }

  /**
   * The general form: any number of other dependencies, which may differ by the parameter.
   *
   * <pre>{@code
   * DependencyFactory.needing(
   *     "messenger",
   *     name -> List.of(HTTP, SECRET.named(name)),
   *     (name, needed) -> new Messenger(needed.get(HTTP), needed.get(SECRET.named(name))));
   * }</pre>
   *
   * @param needs what the maker will ask for when it is given this parameter; called at build
   * @param maker finds in its second parameter what {@code needs} named, and nothing else
   */
  public static <T> DependencyFactory<T> needing(
      String name,
      Function<String, List<Dependency<?>>> needs,
      Dependency.Maker2<String, Dependencies, T> maker) {
    return new DependencyFactory<>(
        new Dependency.Recipe<>(
            name,
            needs,
            new Dependency.Maker2<>() {
              @Override
              public T make(String parameter, Dependency.Source source) throws Exception {
                return maker.make(parameter, needed(source));
              }
            }));
  }

  private static Dependencies needed(Dependency.Source source) {
    return new Dependencies() {
      @Override
      public <X> X get(Dependency<X> dependency) {
        return source.get(dependency);
      }
    };
  }

  /** The dependency that this factory makes with this parameter. */
  public Dependency<T> named(String parameter) {
    return new Dependency<>(recipe, parameter);
  }

  /** The one dependency of a factory that needs no parameter: its maker gets the empty text. */
  public Dependency<T> unnamed() {
    return new Dependency<>(recipe, null);
  }

  /** A factory like this, whose things are kept as {@link Dependency#perInvocation} says. */
  public DependencyFactory<T> perInvocation() {
    return new DependencyFactory<>(recipe.kept(Lifetime.INVOCATION));
  }

  /** A factory like this, whose things are not kept, as {@link Dependency#uncached} says. */
  public DependencyFactory<T> uncached() {
    return new DependencyFactory<>(recipe.kept(Lifetime.UNCACHED));
  }

  /** A factory like this, whose things are made ahead, as {@link Dependency#primed} says. */
  public DependencyFactory<T> primed() {
    return new DependencyFactory<>(recipe.primed());
  }
}
