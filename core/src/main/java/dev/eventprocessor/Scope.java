package dev.eventprocessor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept as long as the application, an invocation or an event: makes each of its
 * dependencies once, finds longer-lived ones in the scope around it, closes its own at the end.
 * Thread-safe.
 */
final class Scope implements Dependencies, AutoCloseable {

  private final Wiring wiring;
  private final Lifetime lifetime;
  private final @Nullable Scope outer;
  private final boolean endsOuter;
  private final @Nullable Object given;
  private @Nullable Closing closing;
  private final @Nullable Slot[] slots;

  private Scope(
      Wiring wiring,
      Lifetime lifetime,
      @Nullable Scope outer,
      boolean endsOuter,
      @Nullable Object given) {
    this.wiring = wiring;
    this.lifetime = lifetime;
    this.outer = outer;
    this.endsOuter = endsOuter;
    this.given = given;
    this.slots = new Slot[wiring.size(lifetime)];
  }

  static Scope application(Wiring wiring) {
    return new Scope(wiring, Lifetime.APPLICATION, null, false, null);
  }

  /** The scope of an invocation in this, the application's. */
  Scope open(Invocation invocation) {
    return new Scope(wiring, Lifetime.INVOCATION, this, false, invocation);
  }

  /** The scope of an event in this, its invocation's. */
  Scope open(Event event) {
    return new Scope(wiring, Lifetime.EVENT, this, false, event);
  }

  /** The scope of an event that is its invocation's only one; both end together. */
  Scope open(Event event, Invocation invocation) {
    return new Scope(wiring, Lifetime.EVENT, open(invocation), true, event);
  }

  /** Whether one of these has to be made for a single invocation or event. */
  boolean isTooWideFor(List<Dependency<?>> needs) {
    return wiring.isScoped(needs);
  }

  @Override
  @SuppressWarnings("unchecked") // What a dependency's own factory made is of its type.
  public <T> T get(Dependency<T> dependency) {
    Wiring.@Nullable Node node = wiring.node(dependency);
    if (node == null || !isGivenOut(node)) {
      throw undeclared(
          dependency,
          "The dependency "
              + dependency
              + " was asked for but is not declared. Name it with needs(...) or"
              + " with(...) where the processor is registered. Declared are: "
              + wiring.names()
              + ".");
    }
    return (T) value(node, null);
  }

  /**
   * Makes everything that is to be made ahead.
   *
   * @throws DependencyException the first failure, with the others suppressed
   */
  void prime() {
    @Nullable DependencyException failure = null;
    for (Dependency<?> dependency : wiring.primed()) {
      try {
        get(dependency);
      } catch (DependencyException e) {
        if (failure == null) {
          failure = e;
        } else if (failure != e) {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Ends an invocation or an event: closes what was made here, the last one first. The application
   * goes on; {@link #shutDown} ends it.
   *
   * @throws DependencyException the first failure, with the others suppressed
   */
  @Override
  public void close() {
    if (lifetime == Lifetime.APPLICATION) {
      return;
    }
    @Nullable DependencyException failure = closing().close(null);
    if (endsOuter && outer != null) {
      failure = outer.closing().close(failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Closes what the application keeps; otherwise as {@link #close}. */
  void shutDown() {
    @Nullable DependencyException failure = closing().close(null);
    synchronized (slots) {
      Arrays.fill(slots, null); // A late event is told, and not given what is closed.
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A processor without a scope of its own gets nothing that would have to end with it. */
  private boolean isGivenOut(Wiring.Node node) {
    return node.lives().compareTo(lifetime) <= 0
        && !(lifetime == Lifetime.APPLICATION && node.isUncached());
  }

  /** The thing itself; something uncached belongs to its user, to this scope where that is null. */
  private Object value(Wiring.Node node, @Nullable Closing user) {
    @Nullable Object instance = node.instance();
    if (instance != null) {
      return instance;
    }
    if (node.isUncached()) {
      return make(node, user == null ? closing() : user);
    }
    @Nullable Scope at = this;
    while (at != null && at.lifetime != node.lives()) {
      at = at.outer;
    }
    if (at == null) {
      throw new IllegalStateException(node.dependency().toString());
    }
    return node.recipe().maker() == null && at.given != null ? at.given : at.slot(node).get();
  }

  private Closing closing() {
    synchronized (slots) {
      if (closing == null) {
        closing = new Closing();
      }
      return closing;
    }
  }

  /** The first look takes no lock: what a slot is made with is final, so a race shows it whole. */
  private Slot slot(Wiring.Node node) {
    @Nullable Slot known = slots[node.index()];
    return known != null ? known : newSlot(node);
  }

  private Slot newSlot(Wiring.Node node) {
    synchronized (slots) {
      @Nullable Slot slot = slots[node.index()];
      if (slot == null) {
        slot = new Slot(this, node);
        slots[node.index()] = slot;
      }
      return slot;
    }
  }

  /** Makes it, and hands it to whoever closes it; what a failed one needed is closed at once. */
  private Object make(Wiring.Node node, Closing user) {
    if (user.isClosed()) {
      throw closed(node.dependency());
    }
    Closing own = new Closing();
    try {
      Object made = call(node, own);
      own.add(node.dependency(), made);
      if (!user.addAll(own)) { // Closed by another thread in the meantime.
        throw closed(node.dependency());
      }
      return made;
    } catch (RuntimeException | Error e) {
      @Nullable DependencyException second = own.close(null);
      if (second != null) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private Object call(Wiring.Node node, Closing own) {
    Dependency<?> dependency = node.dependency();
    Dependency.@Nullable Maker2<String, Dependency.Source, ?> maker = node.recipe().maker();
    @Nullable Object fresh;
    try {
      fresh = maker == null ? null : maker.make(dependency.parameter(), new Needs(node, own));
    } catch (DependencyException e) { // Of something that it needs: told by that one's name.
      throw e;
    } catch (Exception | LinkageError e) { // The latter: a library that is not deployed.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failed(
          dependency,
          " failed with " + e.getClass().getName() + ". It is tried again at the next event",
          e);
    }
    if (fresh == null) {
      throw failed(
          dependency,
          " returned null. Return the dependency, or throw and say why there is none",
          null);
    }
    return fresh;
  }

  private static DependencyException failed(
      Dependency<?> dependency, String what, @Nullable Throwable cause) {
    return new DependencyException(
        ErrorId.DEPENDENCY_FAILED,
        dependency.toString(),
        "The factory of " + dependency + what + ".",
        cause);
  }

  private DependencyException closed(Dependency<?> dependency) {
    return new DependencyException(
        ErrorId.DEPENDENCY_CLOSED,
        dependency.toString(),
        "The dependency "
            + dependency
            + " was asked for after "
            + (lifetime == Lifetime.APPLICATION ? "the registry was closed" : "its event was done")
            + ". Close the registry only when no event is being processed, and use dependencies only"
            + " while the processor runs.",
        null);
  }

  private static DependencyException undeclared(Dependency<?> dependency, String message) {
    return new DependencyException(
        ErrorId.DEPENDENCY_UNDECLARED, dependency.toString(), message, null);
  }

  /** One dependency that is kept; locks only until it is made. */
  private static final class Slot {
    private final Scope scope;
    private final Wiring.Node node;
    private volatile @Nullable Object made;

    Slot(Scope scope, Wiring.Node node) {
      this.scope = scope;
      this.node = node;
    }

    Object get() {
      @Nullable Object ready = made;
      return ready != null ? ready : make();
    }

    private synchronized Object make() {
      @Nullable Object ready = made;
      if (ready == null) {
        ready = scope.make(node, scope.closing());
        made = ready;
      }
      return ready;
    }
  }

  /** What a factory may ask for: what it declares. */
  private final class Needs implements Dependency.Source {
    private final Wiring.Node maker;
    private final Closing own;

    Needs(Wiring.Node maker, Closing own) {
      this.maker = maker;
      this.own = own;
    }

    @Override
    @SuppressWarnings("unchecked") // What a dependency's own factory made is of its type.
    public <T> T get(Dependency<T> dependency) {
      Wiring.@Nullable Node node = wiring.node(dependency);
      if (node == null || !maker.needs().contains(node)) {
        throw undeclared(
            dependency,
            "The factory of "
                + maker.dependency()
                + " asked for "
                + dependency
                + " but does not declare it. Name it where the factory is made.");
      }
      return (T) value(node, own);
    }
  }
}
