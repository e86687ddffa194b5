package dev.eventprocessor;

import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A registry of processors: decides by filters which of them an event is for, and runs it.
 *
 * <p>Use it directly, or leave it to an adapter's entry point, which builds it from a {@link
 * ProcessorModule}. Immutable and safe to use from any number of threads.
 *
 * <pre>{@code
 * EventProcessor.Builder processors = EventProcessor.builder();
 * processors.on(eq("state", "ALARM")).named("alarm").run(event -> page(event.text("name")));
 * processors.otherwise().run(event -> log(event));
 * EventProcessor processor = processors.build();
 *
 * processor.invoke(Map.of("state", "ALARM", "name", "ServerCpuTooHigh"));
 * }</pre>
 *
 * <p>Of the registrations that accept an event, the one with the most {@linkplain
 * Filter#conditions() conditions} runs, among equals the one registered first; {@code otherwise}
 * runs when none accepts it.
 */
public final class EventProcessor implements AutoCloseable {

  private final List<UnaryOperator<Event>> preparations;
  private final Route[] routes;
  private final @Nullable Route otherwise;
  private final Scope dependencies;
  private final @Nullable DispatchListener listener;
  private final BatchSettings batchSettings;

  private EventProcessor(
      Builder builder, List<Route> routes, @Nullable Route otherwise, Scope dependencies) {
    this.dependencies = dependencies;
    this.preparations =
        builder.stepNeeds.isEmpty()
            ? List.copyOf(builder.preparations)
            : Step.bound(builder.preparations, dependencies);
    this.listener = builder.listener;
    this.batchSettings = builder.batchSettings;
    this.otherwise = otherwise;
    this.routes = bySpecificity(routes);
  }

  /** Starts a registry. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@link #invoke(Event)} with the event in this map. */
  public List<Result> invoke(Map<String, ?> event) {
    return invoke(Event.of(event));
  }

  /** {@link #invoke(Event, Invocation)} where no cloud is in play. */
  public List<Result> invoke(Event event) {
    return invoke(event, Invocation.UNKNOWN);
  }

  /**
   * Runs the processor that this event is for.
   *
   * @param invocation what a processor gets that asks for {@link Dependency#INVOCATION}
   * @return the results of the processors that ran: one
   * @throws NoMatchException when none accepts the event and there is no {@code otherwise}
   * @throws DependencyException when a dependency of the processor cannot be had
   */
  public List<Result> invoke(Event event, Invocation invocation) {
    return invoke(event, invocation, null);
  }

  /**
   * Opens an invocation that brings several events: they share its dependencies. Close it when all
   * of them are done.
   */
  public OpenInvocation open(Invocation invocation) {
    return new OpenInvocation(invocation);
  }

  /**
   * Makes the dependencies that are {@linkplain Dependency#primed primed}, ahead of the first
   * event: where a function's memory is about to be kept, as by Lambda SnapStart, or while its
   * platform still gives it the full processor. All of them are tried.
   *
   * @throws DependencyException {@code dependency-failed}, the first failure; made again at need
   */
  public void prime() {
    dependencies.prime();
  }

  /**
   * Closes the dependencies that are kept for the application and are {@link AutoCloseable}, the
   * last one made first; a failure does not keep the others open. For the function's end: what is
   * still being processed loses its dependencies, and later events that need one are refused.
   *
   * @throws DependencyException {@code dependency-close-failed}, the first failure
   */
  @Override
  public void close() {
    dependencies.shutDown();
  }

  private List<Result> invoke(Event event, Invocation invocation, @Nullable OpenInvocation open) {
    Event prepared = event;
    for (int i = 0; i < preparations.size(); i++) {
      prepared = Route.prepared(preparations.get(i), prepared, "the registry");
    }
    Route route = select(prepared);
    if (listener != null) {
      listener.selected(prepared, route.name());
    }
    try (Scope scope = scope(route, prepared, invocation, open)) {
      return List.of(route.run(prepared, scope));
    } catch (Exception e) {
      throw Failures.unchecked(e);
    }
  }

  /** How the application wants batches and failed events handled. */
  public BatchSettings batchSettings() {
    return batchSettings;
  }

  /** The application's own where nothing is to be made for this event or invocation alone. */
  private Scope scope(
      Route route, Event event, Invocation invocation, @Nullable OpenInvocation open) {
    if (!dependencies.isTooWideFor(route.needs())) {
      return dependencies;
    }
    return open == null ? dependencies.open(event, invocation) : open.scope().open(event);
  }

  private Route select(Event event) {
    for (Route route : routes) {
      if (route.filter().matches(event)) {
        return route;
      }
    }
    if (otherwise != null) {
      return otherwise;
    }
    throw new NoMatchException(routes.length, pathsLookedAt());
  }

  private List<String> pathsLookedAt() {
    List<Path> paths = new ArrayList<>();
    for (Route route : routes) {
      route.filter().addPathsTo(paths);
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (Path path : paths) {
      distinct.add(path.toString());
    }
    return List.copyOf(distinct);
  }

  /** Most conditions first; the order of registration among equals, for the sort is stable. */
  private static Route[] bySpecificity(List<Route> routes) {
    Route[] sorted = routes.toArray(new Route[0]);
    Arrays.sort(
        sorted, (a, b) -> Integer.compare(b.filter().conditions(), a.filter().conditions()));
    return sorted;
  }

  /**
   * An invocation that brings several events, possibly at the same time. What is made {@linkplain
   * Dependency#perInvocation for the invocation} is shared by them and closed with it. Thread-safe.
   */
  public final class OpenInvocation implements AutoCloseable {

    private final Invocation invocation;
    private @Nullable Scope scope;

    private OpenInvocation(Invocation invocation) {
      this.invocation = invocation;
    }

    /** {@link EventProcessor#invoke(Event, Invocation)} in this invocation. */
    public List<Result> invoke(Event event) {
      return EventProcessor.this.invoke(event, invocation, this);
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

    private synchronized Scope scope() {
      if (scope == null) {
        scope = dependencies.open(invocation);
      }
      return scope;
    }
  }

  /** Collects registrations; {@link #build} checks them all at once. Not thread-safe. */
  public static final class Builder {

    private final List<UnaryOperator<Event>> preparations = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final List<Dependency<?>> stepNeeds = new ArrayList<>(0);
    private @Nullable Overrides overrides;
    private @Nullable DispatchListener listener;
    private BatchSettings batchSettings = BatchSettings.DEFAULT;

    private Builder() {}

    /** Begins a registration for the events that this filter accepts. */
    public Registration on(Filter filter) {
      return add(filter, false);
    }

    /** Begins a registration for the events that the map accepts, as {@link Filter#of} reads it. */
    public Registration on(Map<String, ?> conditions) {
      return on(Filter.of(conditions));
    }

    /**
     * Begins the registration for all events that no other accepts; wherever it stands, it is last.
     */
    public Registration otherwise() {
      return add(Filters.any(), true);
    }

    /**
     * A step that every event goes through before the filters see it, for example to lift what is
     * nested. Several steps run in order.
     */
    public Builder prepare(UnaryOperator<Event> step) {
      preparations.add(step);
      return this;
    }

    /**
     * A step like {@link #prepare(UnaryOperator)} that needs a dependency. It runs before there is
     * a finished event, so the dependency has to be one that the application keeps.
     */
    public <A> Builder prepare(Dependency<A> dependency, BiFunction<Event, A, Event> step) {
      preparations.add(new Step<>(dependency, step));
      stepNeeds.add(dependency);
      return this;
    }

    /**
     * Puts this in place of the dependency, wherever it is needed, as in a test. Neither its
     * factory nor what that needs is called, and the instance is not closed. It may come before or
     * after what it replaces; {@link #build} refuses it where it replaces nothing.
     */
    public <T> Builder override(Dependency<T> dependency, T instance) {
      overrides().put(dependency, instance);
      return this;
    }

    /**
     * Puts this maker in place of the factory of this name, for every parameter; otherwise as
     * {@link #override(Dependency, Object)}. What it makes is kept and closed as the factory's is.
     */
    public Builder override(String factory, Dependency.Maker1<String, ?> maker) {
      overrides().put(factory, maker);
      return this;
    }

    private Overrides overrides() {
      if (overrides == null) {
        overrides = new Overrides();
      }
      return overrides;
    }

    /** Who learns which processor each event goes to; one, the last one set. */
    public Builder listener(DispatchListener dispatchListener) {
      this.listener = dispatchListener;
      return this;
    }

    /** How batches and failed events are handled; {@link BatchSettings#DEFAULT} unless set. */
    public Builder batch(BatchSettings settings) {
      this.batchSettings = settings;
      return this;
    }

    /**
     * Checks everything and makes the registry.
     *
     * @throws ConfigurationException with all that is wrong
     */
    public EventProcessor build() {
      @Nullable DependencyCheck needs = dependencyCheck();
      new RegistryCheck(registrations, needs == null ? List.of() : needs.problems()).orThrow();
      List<Route> routes = new ArrayList<>(registrations.size());
      @Nullable Route otherwise = null;
      for (Registration registration : registrations) {
        if (registration.isOtherwise()) {
          otherwise = registration.toRoute();
        } else {
          routes.add(registration.toRoute());
        }
      }
      return new EventProcessor(
          this, routes, otherwise, Scope.application(needs == null ? Wiring.NONE : needs.wiring()));
    }

    /** Null where nothing is needed or replaced: then nothing of all that is loaded. */
    private @Nullable DependencyCheck dependencyCheck() {
      boolean isNeeded = overrides != null || !stepNeeds.isEmpty();
      for (Registration registration : registrations) {
        isNeeded |= !registration.needs().isEmpty();
      }
      if (!isNeeded) {
        return null;
      }
      DependencyCheck check = new DependencyCheck(overrides);
      check.steps(stepNeeds);
      for (Registration registration : registrations) {
        check.registration(registration.name(), registration.needs());
      }
      return check;
    }

    private Registration add(Filter filter, boolean otherwise) {
      String name = otherwise ? "otherwise" : "processor-" + (registrations.size() + 1);
      Registration registration = new Registration(name, filter, otherwise);
      registrations.add(registration);
      return registration;
    }
  }
}
