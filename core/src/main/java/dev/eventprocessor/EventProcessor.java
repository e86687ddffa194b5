package dev.eventprocessor;

import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class EventProcessor {

  private final List<UnaryOperator<Event>> preparations;
  private final Route[] routes;
  private final @Nullable Route otherwise;
  private final Dependencies dependencies;
  private final @Nullable DispatchListener listener;
  private final BatchSettings batchSettings;

  private EventProcessor(Builder builder, List<Route> routes, @Nullable Route otherwise) {
    this.preparations = List.copyOf(builder.preparations);
    this.listener = builder.listener;
    this.batchSettings = builder.batchSettings;
    this.otherwise = otherwise;
    this.routes = bySpecificity(routes);
    List<Route> all = new ArrayList<>(routes);
    if (otherwise != null) {
      all.add(otherwise);
    }
    this.dependencies = new ApplicationDependencies(all);
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
    Event prepared = event;
    for (int i = 0; i < preparations.size(); i++) {
      prepared = Route.prepared(preparations.get(i), prepared, "the registry");
    }
    Route route = select(prepared);
    if (listener != null) {
      listener.selected(prepared, route.name());
    }
    try {
      return List.of(route.run(prepared, new InvocationScope(dependencies, invocation)));
    } catch (Exception e) {
      throw Failures.unchecked(e);
    }
  }

  /** How the application wants batches and failed events handled. */
  public BatchSettings batchSettings() {
    return batchSettings;
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

  /** Collects registrations; {@link #build} checks them all at once. Not thread-safe. */
  public static final class Builder {

    private final List<UnaryOperator<Event>> preparations = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
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
      new RegistryCheck(registrations).orThrow();
      List<Route> routes = new ArrayList<>(registrations.size());
      @Nullable Route otherwise = null;
      for (Registration registration : registrations) {
        if (registration.isOtherwise()) {
          otherwise = registration.toRoute();
        } else {
          routes.add(registration.toRoute());
        }
      }
      return new EventProcessor(this, routes, otherwise);
    }

    private Registration add(Filter filter, boolean otherwise) {
      String name = otherwise ? "otherwise" : "processor-" + (registrations.size() + 1);
      Registration registration = new Registration(name, filter, otherwise);
      registrations.add(registration);
      return registration;
    }
  }
}
