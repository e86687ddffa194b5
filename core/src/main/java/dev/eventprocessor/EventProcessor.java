package dev.eventprocessor;

import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.http.HttpRoute;
import dev.eventprocessor.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
 * <p>Of the registrations that accept an event, the one of the highest {@linkplain
 * Registration#rank rank} runs, among equals the one with the most {@linkplain Filter#conditions()
 * conditions}, among those the one registered first; {@code otherwise} runs when none accepts it.
 * An {@link InvocationStrategy} chooses differently, an {@link ErrorPolicy} says what becomes of
 * failures.
 */
public final class EventProcessor implements AutoCloseable {

  private final Dispatch dispatch;
  private final @Nullable Routes direct; // Where nothing stands in between: a shorter way.
  private final @Nullable BatchSettings batchSettings; // Null is the default: classes less.
  private final @Nullable HttpSettings httpSettings; // The same.

  private EventProcessor(
      Dispatch dispatch,
      @Nullable BatchSettings batchSettings,
      @Nullable HttpSettings httpSettings) {
    this.dispatch = dispatch;
    this.direct = dispatch.registry().direct();
    this.batchSettings = batchSettings;
    this.httpSettings = httpSettings;
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
   * Runs the processors that this event is for: one, unless an {@link InvocationStrategy} says
   * otherwise.
   *
   * @param invocation what a processor gets that asks for {@link Dependency#INVOCATION}
   * @return the results of the processors that ran, in the order in which they ran; empty only
   *     under {@link InvocationStrategy#SKIP_IF_AMBIGUOUS}
   * @throws NoMatchException when none accepts the event and there is no {@code otherwise}
   * @throws AmbiguousMatchException under {@link InvocationStrategy#FAIL_IF_AMBIGUOUS}
   * @throws DependencyException when a dependency of a processor cannot be had, and its {@link
   *     ErrorPolicy} does not capture that
   */
  public List<Result> invoke(Event event, Invocation invocation) {
    return dispatch.invoke(event, invocation, null);
  }

  /**
   * Opens an invocation that brings several events: they share its dependencies. Close it when all
   * of them are done.
   */
  public OpenInvocation open(Invocation invocation) {
    return new OpenInvocation(dispatch, new OpenScope(dispatch.dependencies(), invocation));
  }

  /**
   * Makes the dependencies that are {@linkplain Dependency#primed primed}, ahead of the first
   * event: where a function's memory is about to be kept, as by Lambda SnapStart, or while its
   * platform still gives it the full processor. All of them are tried.
   *
   * @throws DependencyException {@code dependency-failed}, the first failure; made again at need
   */
  public void prime() {
    dispatch.dependencies().prime();
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
    dispatch.dependencies().shutDown();
  }

  /**
   * The same registry with the same dependencies, of which this listener learns, too: for what is
   * known of one invocation only, such as its log. Costs next to nothing; closing either closes
   * both.
   */
  public EventProcessor withListener(DispatchListener listener) {
    return new EventProcessor(dispatch.with(listener), batchSettings, httpSettings);
  }

  /** How the application wants batches and failed events handled. */
  public BatchSettings batchSettings() {
    return batchSettings == null ? BatchSettings.DEFAULT : batchSettings;
  }

  /** How the application wants requests answered. */
  public HttpSettings httpSettings() {
    return httpSettings == null ? HttpSettings.DEFAULT : httpSettings;
  }

  /**
   * Whether a registration accepts the event, other than {@code otherwise}. Runs what {@link
   * #explain(Event)} runs, and tells less.
   */
  public boolean accepts(Event event) {
    return direct == null ? dispatch.registry().accepts(event) : direct.accepts(event);
  }

  /**
   * Whether a registration is for requests of this one's method to its target, whatever else the
   * registration's filter asks of them. The target is {@code http.path}, {@code rawpath}, {@code
   * host} and {@code scheme}; only registrations that ask for a path count.
   */
  public boolean hasRoute(Event request) {
    return dispatch.registry().hasRoute(request);
  }

  /** {@link #explain(Event)} with the event in this map. */
  public Explanation explain(Map<String, ?> event) {
    return explain(Event.of(event));
  }

  /**
   * Why an event goes where it goes: for each registration whether it accepts the event, or the
   * first condition that the event does not satisfy, and what would run. Runs the preparing steps
   * of the registry and of its modules, and filters; no processor, no step of a registration, no
   * dependency, no listener.
   */
  public Explanation explain(Event event) {
    return Explainer.explain(dispatch.registry(), dispatch.strategy(), event);
  }

  /** What is registered, in dispatch order. */
  public Description describe() {
    return Explainer.describe(dispatch.registry(), dispatch.strategy());
  }

  /** Collects registrations; {@link #build} checks them all at once. Not thread-safe. */
  public static final class Builder {

    private final Section registry = Section.ofRegistry();
    private final List<Section> sections = new ArrayList<>(1);
    private final List<Registration> registrations = new ArrayList<>();
    private Section section = registry;
    private final List<Dependency<?>> stepNeeds = new ArrayList<>(0);
    private @Nullable Overrides overrides;
    private List<String> triggers = List.of();

    private Builder() {
      sections.add(registry);
    }

    /** Begins a registration for the events that this filter accepts. */
    public Registration on(Filter filter) {
      return add(filter, false);
    }

    /** Begins a registration for the events that the map accepts, as {@link Filter#of} reads it. */
    public Registration on(Map<String, ?> conditions) {
      return on(Filter.of(conditions));
    }

    /**
     * Begins a registration for the requests of this route, whose parameters the processor finds
     * under {@code http.pathparams}.
     */
    public Registration on(HttpRoute route) {
      return add(route.filter(), false).parameters(route.parameters(), route);
    }

    /**
     * Begins the registration for all events that no other accepts; wherever it stands, it is last.
     */
    public Registration otherwise() {
      return add(Filters.any(), true);
    }

    /**
     * A step that every event goes through before the filters see it, for example to lift what is
     * nested. Several steps run in order. In an {@linkplain #include included} module only that
     * module's registrations see what the step made, and it runs after the steps of what includes
     * it. It runs for every event all the same, before anything is chosen: what it throws fails the
     * event, whoever that was for.
     */
    public Builder prepare(UnaryOperator<Event> step) {
      section.steps.add(step);
      return this;
    }

    /**
     * A step like {@link #prepare(UnaryOperator)} that needs a dependency. It runs before there is
     * a finished event, so the dependency has to be one that the application keeps.
     */
    public <A> Builder prepare(Dependency<A> dependency, BiFunction<Event, A, Event> step) {
      section.steps.add(new Step<>(dependency, step));
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

    /** Which of the registrations that accept an event run; the first match without. */
    public Builder strategy(InvocationStrategy invocationStrategy) {
      section.strategy = invocationStrategy;
      return this;
    }

    /**
     * What becomes of processors' failures; all bubble without. In an {@linkplain #include
     * included} module it holds for that module's registrations.
     */
    public Builder onError(ErrorPolicy policy) {
      section.errors = policy;
      return this;
    }

    /**
     * Says which triggers' events this registry is for, for example {@code aws.sqs} and {@code
     * gcp.pubsub}; {@code docs/EVENTS.md} lists them. {@link #build} then refuses a filter on a
     * field that none of them ever has, unless a preparing step comes before it. Looking that up
     * takes some milliseconds: say it in a test, or where a start may take that long.
     */
    public Builder triggers(String... names) {
      List<String> all = new ArrayList<>(triggers);
      all.addAll(List.of(names));
      triggers = List.copyOf(all);
      return this;
    }

    /** Who learns which processor each event goes to; one, the last one set. */
    public Builder listener(DispatchListener dispatchListener) {
      section.listener = dispatchListener;
      return this;
    }

    /** How batches and failed events are handled; {@link BatchSettings#DEFAULT} unless set. */
    public Builder batch(BatchSettings settings) {
      section.batch = settings;
      return this;
    }

    /** How requests are answered; {@link HttpSettings#DEFAULT} unless set. */
    public Builder http(HttpSettings settings) {
      section.http = settings;
      return this;
    }

    /**
     * Includes another module's registrations in this registry, at this place in the order of
     * registration. What its preparing steps make and its error policy are for its own
     * registrations, its dependencies stay its own; the steps themselves run for every event, and
     * one that throws fails the event as a step of the registry does; rank, names and {@code
     * otherwise} are the whole registry's, and {@link #build} reports what collides. A module that
     * equals one already included is left out, so that two modules can both include a third.
     *
     * @param module a {@link ProcessorModule}, or any other way to register
     * @throws ConfigurationException {@code module-circular}
     */
    public Builder include(Consumer<? super Builder> module) {
      for (Section known : sections) {
        if (module.equals(known.module())) {
          return this;
        }
      }
      Section outer = section;
      int registered = registrations.size();
      int included = sections.size();
      boolean complete = false;
      section = outer.including(module);
      sections.add(section);
      try {
        module.accept(this);
        complete = true;
      } finally {
        section = outer;
        if (!complete) { // All of a module or nothing.
          registrations.subList(registered, registrations.size()).clear();
          sections.subList(included, sections.size()).clear();
        }
      }
      return this;
    }

    /**
     * Checks everything and makes the registry.
     *
     * @throws ConfigurationException with all that is wrong
     */
    public EventProcessor build() {
      List<Registration> ordered = new ArrayList<>(registrations.size());
      @Nullable Registration otherwise = null;
      for (Registration registration : registrations) {
        if (registration.isOtherwise()) {
          otherwise = registration;
        } else {
          ordered.add(registration);
        }
      }
      Registration[] inOrder = ordered.toArray(new Registration[0]);
      DispatchOrder.sort(inOrder);
      @Nullable DependencyCheck needs = dependencyCheck();
      new RegistryCheck(sections, registrations, inOrder)
          .orThrow(needs == null ? List.of() : needs.problems(), triggers);
      Scope dependencies = Scope.application(needs == null ? Wiring.NONE : needs.wiring());
      Registry assembled =
          Assembly.of(registry, inOrder, otherwise, stepNeeds.isEmpty() ? null : dependencies);
      return new EventProcessor(
          new Dispatch(assembled, dependencies, strategy(), registry.listener),
          registry.batch,
          registry.http);
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

    /** Null for the first match, however it was said: that way is the short one. */
    private @Nullable InvocationStrategy strategy() {
      @Nullable InvocationStrategy set = registry.strategy;
      return set == null || set == InvocationStrategy.FIRST_MATCH ? null : set;
    }

    private Registration add(Filter filter, boolean otherwise) {
      String name = otherwise ? "otherwise" : "processor-" + (registrations.size() + 1);
      Registration registration = new Registration(name, filter, otherwise, section);
      registrations.add(registration);
      return registration;
    }
  }
}
