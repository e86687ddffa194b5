package dev.eventprocessor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that processors need, by the factory that makes it and the parameter it is made with.
 *
 * <pre>{@code
 * static final Dependency<Database> DATABASE = Dependency.of("database", Database::connect);
 * static final Dependency<Orders> ORDERS = Dependency.of("orders", DATABASE, Orders::new);
 * static final Dependency<Session> SESSION =
 *     Dependency.of("session", DATABASE, Dependency.INVOCATION, Database::session).perInvocation();
 * ...
 * processors.on(order).with(ORDERS).run((event, orders) -> orders.add(event.text("data.id")));
 * }</pre>
 *
 * <p>A dependency is a key, not the thing itself: keep it in a constant, give it to {@link
 * Registration#with}, and the processor receives what the factory made. Two dependencies of one
 * factory with equal parameters are the same one. Immutable.
 *
 * <p>Unless {@link #perInvocation} or {@link #uncached} says otherwise, it is made once for the
 * application, when an event first needs it, and must then be thread-safe. What is {@link
 * AutoCloseable} is closed when its time is over.
 *
 * @param <T> what the processor receives
 */
public final class Dependency<T> {

  /** The event, as the filters saw it. Always there. */
  public static final Dependency<Event> EVENT = given("event", Lifetime.EVENT);

  /** The invocation that the event came in: its id, its deadline, its trace. Always there. */
  public static final Dependency<Invocation> INVOCATION = given("invocation", Lifetime.INVOCATION);

  private final Recipe<T> recipe;
  private final @Nullable String parameter;

  Dependency(Recipe<T> recipe, @Nullable String parameter) {
    this.recipe = recipe;
    this.parameter = parameter;
  }

  /**
   * A dependency that is made out of nothing else; {@link DependencyFactory} is for those that have
   * a parameter.
   *
   * @param name what stands in messages; unlike every other factory's of the same application
   * @param maker what it throws becomes the cause of a {@link DependencyException}
   */
  public static <T> Dependency<T> of(String name, Callable<T> maker) {
    return new Dependency<>(
        new Recipe<>(
            name,
            List.of(),
            new Maker2<>() {
              @Override
              public T make(String parameter, Source source) throws Exception {
                return maker.call();
              }
            }),
        null);
  }

  /** A dependency that is made out of another one. */
  public static <A, T> Dependency<T> of(String name, Dependency<A> first, Maker1<A, T> maker) {
    return new Dependency<>(
        new Recipe<>(
            name,
            Arrays.asList(first),
            new Maker2<>() {
              @Override
              public T make(String parameter, Source source) throws Exception {
                return maker.make(source.get(first));
              }
            }),
        null);
  }

  /**
   * A dependency that is made out of two others; {@link DependencyFactory#needing} is for more.
   *
   * @param name what stands in messages; unlike every other factory's of the same application
   */
  public static <A, B, T> Dependency<T> of(
      String name, Dependency<A> first, Dependency<B> second, Maker2<A, B, T> maker) {
    return new Dependency<>(
        new Recipe<>(
            name,
            Arrays.asList(first, second),
            new Maker2<>() {
              @Override
              public T make(String parameter, Source source) throws Exception {
                return maker.make(source.get(first), source.get(second));
              }
            }),
        null);
  }

  private static <T> Dependency<T> given(String name, Lifetime lifetime) {
    return new Dependency<>(new Recipe<>(name, lifetime), null);
  }

  /**
   * The same, made once for each invocation and shared by all of its events; once for each event if
   * it depends on {@link #EVENT}, at any depth. Closed when that is over.
   */
  public Dependency<T> perInvocation() {
    return new Dependency<>(recipe.kept(Lifetime.INVOCATION), parameter);
  }

  /**
   * The same, made anew for each that needs it. Closed together with what needed it: at the event's
   * end for a processor or a step, with the other dependency for a dependency.
   */
  public Dependency<T> uncached() {
    return new Dependency<>(recipe.kept(Lifetime.UNCACHED), parameter);
  }

  /**
   * The same, made by {@link EventProcessor#prime} already. Only for what the application keeps.
   */
  public Dependency<T> primed() {
    return new Dependency<>(recipe.primed(), parameter);
  }

  Recipe<T> recipe() {
    return recipe;
  }

  /** What it is made with; empty for one that has no parameter. */
  String parameter() {
    return parameter == null ? "" : parameter;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dependency<?> dependency
        && recipe == dependency.recipe
        && Objects.equals(parameter, dependency.parameter);
  }

  @Override
  public int hashCode() {
    return 31 * recipe.name.hashCode() + (parameter == null ? 0 : parameter.hashCode());
  }

  /** {@code messenger("slack")} or {@code database}, as it stands in messages. */
  @Override
  public String toString() {
    return parameter == null ? recipe.name : recipe.name + "(\"" + parameter + "\")";
  }

  /**
   * Makes a dependency out of one thing: another dependency, or a parameter.
   *
   * @param <A> what it is made of
   * @param <T> what it makes
   */
  @FunctionalInterface
  public interface Maker1<A, T> {
    /** Makes it; what this throws becomes the cause of a {@link DependencyException}. */
    T make(A first) throws Exception;
  }

  /**
   * Makes a dependency out of two things.
   *
   * @param <A> what it is made of
   * @param <B> and this
   * @param <T> what it makes
   */
  @FunctionalInterface
  public interface Maker2<A, B, T> {
    /** Makes it; what this throws becomes the cause of a {@link DependencyException}. */
    T make(A first, B second) throws Exception;
  }

  /** Where a maker finds what it declared. */
  interface Source {
    <T> T get(Dependency<T> dependency);
  }

  /**
   * The same needs whatever the parameter. Written out like the makers above: the first lambda of a
   * program costs a cold JVM more than all of these classes.
   */
  private record FixedNeeds(List<Dependency<?>> needs)
      implements Function<String, List<Dependency<?>>> {
    @Override
    public List<Dependency<?>> apply(String parameter) {
      return needs;
    }
  }

  /** How it is made and kept: what a factory is inside. Compared by identity. */
  static final class Recipe<T> {
    private final String name;
    private final Lifetime lifetime;
    private final boolean isPrimed;
    private final Function<String, List<Dependency<?>>> needs;
    private final @Nullable Maker2<String, Source, T> maker;

    private Recipe(String name, Lifetime lifetime) {
      this(name, lifetime, false, new FixedNeeds(List.of()), null);
    }

    Recipe(String name, List<Dependency<?>> needs, Maker2<String, Source, T> maker) {
      this(name, new FixedNeeds(needs), maker);
    }

    Recipe(
        String name, Function<String, List<Dependency<?>>> needs, Maker2<String, Source, T> maker) {
      this(name, Lifetime.APPLICATION, false, needs, maker);
    }

    private Recipe(
        String name,
        Lifetime lifetime,
        boolean isPrimed,
        Function<String, List<Dependency<?>>> needs,
        @Nullable Maker2<String, Source, T> maker) {
      this.name = name;
      this.lifetime = lifetime;
      this.isPrimed = isPrimed;
      this.needs = needs;
      this.maker = maker;
    }

    Recipe<T> kept(Lifetime changed) {
      return new Recipe<>(name, changed, isPrimed, needs, maker);
    }

    /** The same by name and lifetime, made by somebody else's maker, who needs nothing. */
    Recipe<?> madeBy(Maker1<String, ?> other) {
      return new Recipe<Object>(
          name,
          lifetime,
          isPrimed,
          new FixedNeeds(List.of()),
          new Maker2<>() {
            @Override
            public Object make(String parameter, Source source) throws Exception {
              return other.make(parameter);
            }
          });
    }

    Recipe<T> primed() {
      return new Recipe<>(name, lifetime, true, needs, maker);
    }

    String name() {
      return name;
    }

    Lifetime lifetime() {
      return lifetime;
    }

    boolean isPrimed() {
      return isPrimed;
    }

    List<Dependency<?>> needs(String parameter) {
      return needs.apply(parameter);
    }

    /** Null where the scope is given it: the event, the invocation. */
    @Nullable Maker2<String, Source, T> maker() {
      return maker;
    }
  }
}
