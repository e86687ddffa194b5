package dev.eventprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One registration in the making: what {@link EventProcessor.Builder#on} returns. Ends with {@code
 * run} (returns nothing) or {@code call} (returns a value). Not thread-safe.
 */
public final class Registration {

  private final Filter filter;
  private final boolean otherwise;
  private final Section section;
  private final List<Dependency<?>> needs = new ArrayList<>(2);
  private String name;
  private final List<UnaryOperator<Event>> lateSteps = new ArrayList<>(0);
  private int rank;
  private int parameters;
  private @Nullable ErrorPolicy errors;
  private @Nullable UnaryOperator<Event> preparation;
  private @Nullable Processor processor;

  Registration(String name, Filter filter, boolean otherwise, Section section) {
    this.name = name;
    this.filter = filter;
    this.otherwise = otherwise;
    this.section = section;
  }

  /** The name that stands in results and messages; {@code processor-1} and so on without one. */
  public Registration named(String processorName) {
    this.name = processorName;
    return this;
  }

  /**
   * Which registrations go first: those of a higher rank, before any of a lower one is considered.
   * 0 without; below 0 for a fallback. Among equal ranks the one with more conditions goes first.
   */
  public Registration rank(int higherGoesFirst) {
    this.rank = higherGoesFirst;
    return this;
  }

  /** What becomes of this processor's failures, in place of what the registry has for all. */
  public Registration onError(ErrorPolicy policy) {
    this.errors = policy;
    return this;
  }

  /**
   * A step that makes this processor's event out of the one that matched. Filters do not see what
   * it makes; {@link EventProcessor.Builder#prepare} is for that. Several steps run in order.
   */
  public Registration prepare(UnaryOperator<Event> step) {
    if (!lateSteps.isEmpty()) {
      lateSteps.add(step);
      return this;
    }
    @Nullable UnaryOperator<Event> before = preparation;
    preparation = before == null ? step : new TwoSteps(before, step, this);
    return this;
  }

  /**
   * A step like {@link #prepare(UnaryOperator)} that needs a dependency; the processor does not get
   * it by that.
   */
  public <A> Registration prepare(Dependency<A> dependency, BiFunction<Event, A, Event> step) {
    needs.add(dependency);
    lateSteps.add(new Step<>(dependency, step));
    return this;
  }

  /** The processor takes this dependency as its second parameter. */
  public <A> With1<A> with(Dependency<A> dependency) {
    needs.add(dependency);
    return new With1<>(this, dependency);
  }

  /** The dependencies that a {@link #process} asks for by itself. */
  public Registration needs(Dependency<?>... dependencies) {
    needs.addAll(Arrays.asList(dependencies));
    return this;
  }

  /** What to do with the event. */
  public void run(Action action) {
    processor =
        new Processor() {
          @Override
          public @Nullable Object process(Event event, Dependencies dependencies) throws Exception {
            action.run(event);
            return null;
          }
        };
  }

  /** What to answer to the event. */
  public void call(Answer answer) {
    processor =
        new Processor() {
          @Override
          public @Nullable Object process(Event event, Dependencies dependencies) throws Exception {
            return answer.call(event);
          }
        };
  }

  /** The general form, for processors with more than two dependencies and for ready-made ones. */
  public void process(Processor ready) {
    processor = ready;
  }

  String name() {
    return name;
  }

  /** For messages: its name, and its module where it was included with one. */
  String label() {
    return section.module() == null ? name : name + " (of " + section.owner() + ")";
  }

  Filter filter() {
    return filter;
  }

  /** Of the path that it is for; 0 for what is not told by a path with some. */
  int parameters() {
    return parameters;
  }

  /** Is for a path with so many parameters, which this step reads. */
  Registration parameters(int count, UnaryOperator<Event> reading) {
    parameters = count;
    return count == 0 ? this : prepare(reading);
  }

  int rank() {
    return rank;
  }

  Section section() {
    return section;
  }

  boolean isOtherwise() {
    return otherwise;
  }

  List<Dependency<?>> needs() {
    return needs;
  }

  boolean isComplete() {
    return processor != null;
  }

  /**
   * What it becomes.
   *
   * @param order its place in the dispatch order
   */
  Route toRoute(int order) {
    if (processor == null) {
      throw new IllegalStateException(name);
    }
    @Nullable ErrorPolicy nearest = errors == null ? section.errors() : errors;
    return new Route(
        order,
        name,
        section.owner(),
        rank,
        filter,
        preparation,
        prepared(processor),
        List.copyOf(needs),
        nearest);
  }

  /** From the first step that needs a dependency on, steps run where there are dependencies. */
  private Processor prepared(Processor ready) {
    return lateSteps.isEmpty() ? ready : Step.before(ready, lateSteps, name);
  }

  /** One step after another, as one. */
  private record TwoSteps(
      UnaryOperator<Event> before, UnaryOperator<Event> step, Registration owner)
      implements UnaryOperator<Event> {
    @Override
    public Event apply(Event event) {
      return step.apply(Route.prepared(before, event, owner.name)); // It may be named later.
    }
  }

  // Classes, not lambdas: the first lambda of a program costs a cold JVM more than all of these.

  /** Does something with an event. */
  @FunctionalInterface
  public interface Action {
    /** Runs; what it throws passes through unchanged. */
    void run(Event event) throws Exception;
  }

  /** Answers an event. */
  @FunctionalInterface
  public interface Answer {
    /** Answers; what it throws passes through unchanged. */
    @Nullable Object call(Event event) throws Exception;
  }

  /**
   * A registration whose processor takes one dependency.
   *
   * @param <A> the dependency's type
   */
  public static final class With1<A> {
    private final Registration registration;
    private final Dependency<A> first;

    private With1(Registration registration, Dependency<A> first) {
      this.registration = registration;
      this.first = first;
    }

    /** The processor takes this dependency as its third parameter. */
    public <B> With2<A, B> with(Dependency<B> dependency) {
      registration.needs.add(dependency);
      return new With2<>(registration, first, dependency);
    }

    /** What to do with the event. */
    public void run(Action1<A> action) {
      registration.processor =
          new Processor() {
            @Override
            public @Nullable Object process(Event event, Dependencies dependencies)
                throws Exception {
              action.run(event, dependencies.get(first));
              return null;
            }
          };
    }

    /** What to answer to the event. */
    public void call(Answer1<A> answer) {
      registration.processor =
          new Processor() {
            @Override
            public @Nullable Object process(Event event, Dependencies dependencies)
                throws Exception {
              return answer.call(event, dependencies.get(first));
            }
          };
    }

    /**
     * Does something with an event and a dependency.
     *
     * @param <A> the dependency's type
     */
    @FunctionalInterface
    public interface Action1<A> {
      /** Runs; what it throws passes through unchanged. */
      void run(Event event, A dependency) throws Exception;
    }

    /**
     * Answers an event with the help of a dependency.
     *
     * @param <A> the dependency's type
     */
    @FunctionalInterface
    public interface Answer1<A> {
      /** Answers; what it throws passes through unchanged. */
      @Nullable Object call(Event event, A dependency) throws Exception;
    }
  }

  /**
   * A registration whose processor takes two dependencies.
   *
   * @param <A> the first dependency's type
   * @param <B> the second one's
   */
  public static final class With2<A, B> {
    private final Registration registration;
    private final Dependency<A> first;
    private final Dependency<B> second;

    private With2(Registration registration, Dependency<A> first, Dependency<B> second) {
      this.registration = registration;
      this.first = first;
      this.second = second;
    }

    /** What to do with the event. */
    public void run(Action2<A, B> action) {
      registration.processor =
          new Processor() {
            @Override
            public @Nullable Object process(Event event, Dependencies dependencies)
                throws Exception {
              action.run(event, dependencies.get(first), dependencies.get(second));
              return null;
            }
          };
    }

    /** What to answer to the event. */
    public void call(Answer2<A, B> answer) {
      registration.processor =
          new Processor() {
            @Override
            public @Nullable Object process(Event event, Dependencies dependencies)
                throws Exception {
              return answer.call(event, dependencies.get(first), dependencies.get(second));
            }
          };
    }

    /**
     * Does something with an event and two dependencies.
     *
     * @param <A> the first dependency's type
     * @param <B> the second one's
     */
    @FunctionalInterface
    public interface Action2<A, B> {
      /** Runs; what it throws passes through unchanged. */
      void run(Event event, A first, B second) throws Exception;
    }

    /**
     * Answers an event with the help of two dependencies.
     *
     * @param <A> the first dependency's type
     * @param <B> the second one's
     */
    @FunctionalInterface
    public interface Answer2<A, B> {
      /** Answers; what it throws passes through unchanged. */
      @Nullable Object call(Event event, A first, B second) throws Exception;
    }
  }
}
