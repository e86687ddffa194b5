package dev.eventprocessor;

import dev.eventprocessor.spi.Failures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the processors that events are for, each with what it needs.
 *
 * @param registry who accepts what
 * @param dependencies what the application keeps
 * @param strategy who of those that accept an event runs; null is the first match: a class less
 * @param listener who learns it
 */
record Dispatch(
    Registry registry,
    Scope dependencies,
    @Nullable InvocationStrategy strategy,
    @Nullable DispatchListener listener) {

  /**
   * Runs an event's processors.
   *
   * @param open the invocation that brings several events; null where this is its only one
   */
  List<Result> invoke(Event event, Invocation invocation, @Nullable OpenScope open) {
    if (strategy == null) {
      return runOne(registry.first(event), invocation, open);
    }
    List<Match> chosen = strategy.choose(registry, event);
    return chosen.size() == 1
        ? runOne(chosen.get(0), invocation, open)
        : runAll(chosen, invocation, open);
  }

  private List<Result> runOne(Match match, Invocation invocation, @Nullable OpenScope open) {
    try (Scope scope = scope(match, invocation, open)) {
      return List.of(run(match, scope));
    }
  }

  /** The application's own where nothing is to be made for this event or invocation alone. */
  private Scope scope(Match match, Invocation invocation, @Nullable OpenScope open) {
    if (!dependencies.isTooWideFor(match.route().needs())) {
      return dependencies;
    }
    return open == null
        ? dependencies.open(match.event(), invocation)
        : open.get().open(match.event());
  }

  /** The processors of one event share what is made for it and for the invocation. */
  private List<Result> runAll(List<Match> chosen, Invocation invocation, @Nullable OpenScope open) {
    for (Match match : chosen) {
      if (dependencies.isTooWideFor(match.route().needs())) {
        return open == null ? runAllInOne(chosen, invocation) : runAllIn(open, chosen);
      }
    }
    return runAll(chosen, new EventScopes(dependencies, EventScopes.Width.APPLICATION));
  }

  private List<Result> runAllInOne(List<Match> chosen, Invocation invocation) {
    try (OpenScope open = new OpenScope(dependencies, invocation)) {
      return runAllIn(open, chosen);
    }
  }

  private List<Result> runAllIn(OpenScope open, List<Match> chosen) {
    try (EventScopes scopes = new EventScopes(open.get(), EventScopes.Width.EVENT)) {
      return runAll(chosen, scopes);
    }
  }

  private List<Result> runAll(List<Match> chosen, EventScopes scopes) {
    List<Result> results = new ArrayList<>(chosen.size());
    try {
      for (Match match : chosen) {
        results.add(run(match, scopes.of(match.event())));
      }
    } catch (Throwable failure) { // Thrown again as it is, with a note.
      DispatchStoppedException.note(failure, chosen, results);
      throw failure;
    }
    return List.copyOf(results);
  }

  private Result run(Match match, Dependencies scope) {
    try {
      return listener == null
          ? match.route().run(match.event(), scope)
          : told(listener, match, scope);
    } catch (Exception e) {
      throw Failures.unchecked(e);
    }
  }

  private static Result told(DispatchListener listener, Match match, Dependencies scope)
      throws Exception {
    String processor = match.route().name();
    listener.selected(match.event(), processor);
    Result result;
    try {
      result = match.route().run(match.event(), scope);
    } catch (Throwable failure) { // Thrown again as it is.
      tellEnd(listener, match, failure);
      throw failure;
    }
    tellEnd(listener, match, result.failure());
    return result;
  }

  /** What is done is done, and what failed has failed, whatever the listener makes of it. */
  private static void tellEnd(DispatchListener listener, Match match, @Nullable Throwable failure) {
    try {
      listener.ended(match.event(), match.route().name(), failure);
    } catch (RuntimeException ofListener) {
      if (failure != null && failure != ofListener) {
        failure.addSuppressed(ofListener);
      }
    }
  }

  /** The same, with one more who learns it, after the one before. */
  Dispatch with(DispatchListener another) {
    return new Dispatch(
        registry,
        dependencies,
        strategy,
        listener == null ? another : new BothListeners(listener, another));
  }
}
