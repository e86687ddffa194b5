package dev.eventprocessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a set of registrations, to tell it at once. */
final class RegistryCheck {

  private final List<Section> sections;
  private final List<Registration> registrations;
  private final Registration[] inOrder;
  private final @Nullable InvocationStrategy strategy;
  private final List<ConfigurationException.Problem> problems = new ArrayList<>(0);

  /**
   * Looks at the parts of a registry in the making.
   *
   * @param sections the registry's own part first
   * @param registrations in the order of registration
   * @param inOrder the same in dispatch order, without {@code otherwise}
   */
  RegistryCheck(List<Section> sections, List<Registration> registrations, Registration[] inOrder) {
    this.sections = sections;
    this.registrations = registrations;
    this.inOrder = inOrder;
    this.strategy = sections.get(0).strategy;
  }

  void orThrow(List<ConfigurationException.Problem> ofDependencies, List<String> triggers) {
    if (registrations.isEmpty()) {
      found(
          ErrorId.REGISTRY_EMPTY,
          "Nothing is registered. Register at least one processor with on(...) or otherwise().");
    }
    checkProcessors();
    checkNames();
    checkFilters();
    checkOtherwise();
    checkReachable();
    problems.addAll(ofDependencies);
    if (!triggers.isEmpty()) {
      problems.addAll(new TriggerCheck(triggers).problems(registrations));
    }
    checkSettings();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private void checkProcessors() {
    for (Registration registration : registrations) {
      if (!registration.isComplete()) {
        found(
            ErrorId.PROCESSOR_MISSING,
            registration.label()
                + " has no processor. End its registration with run, call or process.");
      }
    }
  }

  private void checkNames() {
    Map<String, Registration> byName = new HashMap<>();
    for (Registration registration : registrations) {
      @Nullable Registration earlier = byName.putIfAbsent(registration.name(), registration);
      boolean secondOtherwise =
          earlier != null && earlier.isOtherwise() && registration.isOtherwise();
      if (earlier != null && !secondOtherwise) { // That one is told as such.
        found(
            ErrorId.NAME_DUPLICATE,
            "Two registrations are named "
                + registration.name()
                + Section.both(earlier.section(), registration.section())
                + ". Give each its own name."
                + Section.ifIncludedTwice(earlier.section(), registration.section()));
      }
    }
  }

  /** Equal filters that see the same event, with one rank; where all matches run, that is fine. */
  private void checkFilters() {
    if (strategy == null || strategy != InvocationStrategy.ALL_MATCHES) {
      Map<Filter, List<Registration>> byFilter = new HashMap<>();
      for (Registration registration : registrations) {
        if (!registration.isOtherwise()) {
          checkFilter(registration, byFilter);
        }
      }
    }
  }

  private void checkFilter(Registration registration, Map<Filter, List<Registration>> byFilter) {
    @Nullable List<Registration> earlier = byFilter.get(registration.filter());
    if (earlier == null) {
      earlier = new ArrayList<>(1);
      byFilter.put(registration.filter(), earlier);
    }
    for (Registration other : earlier) {
      if (other.rank() == registration.rank()
          && other.section().view() == registration.section().view()) {
        found(
            ErrorId.FILTER_DUPLICATE,
            other.label()
                + " and "
                + registration.label()
                + " have the same filter, "
                + registration.filter()
                + ", so the second would never run. Join them, or make one more specific."
                + Section.ifIncludedTwice(other.section(), registration.section()));
        return;
      }
    }
    earlier.add(registration);
  }

  private void checkOtherwise() {
    @Nullable Registration first = null;
    for (Registration registration : registrations) {
      if (registration.isOtherwise()) {
        if (registration.rank() != 0) {
          found(
              ErrorId.OTHERWISE_RANKED,
              registration.label()
                  + " is otherwise() and has a rank, but otherwise() always comes last. Remove the"
                  + " rank, or register it with on(any()).");
        }
        if (first != null) {
          found(
              ErrorId.OTHERWISE_DUPLICATE,
              "otherwise() is registered twice, as "
                  + first.label()
                  + " and as "
                  + registration.label()
                  + ". Keep one."
                  + Section.ifIncludedTwice(first.section(), registration.section()));
        }
        first = first == null ? registration : first;
        checkOtherwiseReachable(registration);
      }
    }
  }

  /** Without ranks every registration has its turn; only where one has to be alone it may not. */
  private void checkReachable() {
    int last = inOrder.length - 1;
    boolean ranked = last > 0 && inOrder[0].rank() != inOrder[last].rank();
    boolean onlyAlone =
        strategy != null
            && strategy != InvocationStrategy.FIRST_MATCH
            && strategy != InvocationStrategy.ALL_MATCHES;
    if (ranked || onlyAlone) {
      Shadows shadows = new Shadows(inOrder, strategy);
      for (int i = 0; i <= last; i++) {
        @Nullable Registration shadow = shadows.of(i);
        if (shadow != null) {
          unreachable(inOrder[i], shadow);
        }
      }
    }
  }

  private void checkOtherwiseReachable(Registration otherwise) {
    for (Registration registration : inOrder) {
      if (registration.filter().equals(Filters.any())) {
        found(
            ErrorId.FILTER_UNREACHABLE,
            otherwise.label()
                + " can never run: "
                + registration.label()
                + " accepts every event. Remove one of the two.");
        return;
      }
    }
  }

  private void unreachable(Registration never, Registration first) {
    String rank = " Give it a rank above " + first.rank() + ", or ";
    found(
        ErrorId.FILTER_UNREACHABLE,
        never.label()
            + " can never run: "
            + first.label()
            + " accepts every event that it accepts, and "
            + (first.rank() > never.rank()
                ? "has the higher rank " + first.rank() + "."
                : "has the same rank, so it is never the only one.")
            + rank
            + (first.filter().conditions() == 0
                ? "register " + first.name() + " with otherwise()."
                : "add a condition to " + first.name() + "."));
  }

  /** A registry has one of each; what a module sets may not be lost silently. */
  private void checkSettings() {
    Section registry = sections.get(0);
    for (int i = 1; i < sections.size(); i++) {
      Section section = sections.get(i);
      @Nullable String what = null;
      if (section.strategy != null && section.strategy != strategy) {
        what = "strategy";
      } else if (section.listener != null && section.listener != registry.listener) {
        what = "listener";
      } else if (section.batch != null && !section.batch.equals(registry.batch)) {
        what = "way to run batches";
      } else if (section.http != null && !section.http.equals(registry.http)) {
        what = "way to answer requests";
      }
      if (what != null) {
        found(
            ErrorId.MODULE_SETTING,
            "A registry has one "
                + what
                + ", but "
                + section.owner()
                + ", which is included, sets another. Set it where the registry is built, and not in"
                + " the module.");
      }
    }
  }

  private void found(ErrorId id, String message) {
    ConfigurationException.Problem problem = new ConfigurationException.Problem(id, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
