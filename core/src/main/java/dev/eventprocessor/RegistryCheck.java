package dev.eventprocessor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a set of registrations, to tell it at once. */
final class RegistryCheck {

  private final List<Registration> registrations;
  private final List<ConfigurationException.Problem> ofDependencies;
  private final List<ConfigurationException.Problem> problems = new ArrayList<>(0);

  RegistryCheck(
      List<Registration> registrations, List<ConfigurationException.Problem> ofDependencies) {
    this.registrations = registrations;
    this.ofDependencies = ofDependencies;
  }

  void orThrow() {
    if (registrations.isEmpty()) {
      found(
          ErrorId.REGISTRY_EMPTY,
          "Nothing is registered. Register at least one processor with on(...) or otherwise().");
    }
    checkProcessors();
    checkNames();
    checkFilters();
    problems.addAll(ofDependencies);
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private void checkProcessors() {
    for (Registration registration : registrations) {
      if (!registration.isComplete()) {
        found(
            ErrorId.PROCESSOR_MISSING,
            registration.name()
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
            "Two registrations are named " + registration.name() + ". Give each its own name.");
      }
    }
  }

  private void checkFilters() {
    Map<Filter, Registration> byFilter = new HashMap<>();
    @Nullable Registration otherwise = null;
    for (Registration registration : registrations) {
      if (!registration.isOtherwise()) {
        checkFilter(registration, byFilter.putIfAbsent(registration.filter(), registration));
      } else if (otherwise == null) {
        otherwise = registration;
      } else {
        found(
            ErrorId.OTHERWISE_DUPLICATE,
            "otherwise() is registered twice, as "
                + otherwise.name()
                + " and as "
                + registration.name()
                + ". Keep one.");
      }
    }
  }

  private void checkFilter(Registration registration, @Nullable Registration earlier) {
    if (earlier != null) {
      found(
          ErrorId.FILTER_DUPLICATE,
          earlier.name()
              + " and "
              + registration.name()
              + " have the same filter, "
              + registration.filter()
              + ", so the second would never run. Join them, or make one more specific.");
    }
  }

  private void found(ErrorId id, String message) {
    ConfigurationException.Problem problem = new ConfigurationException.Problem(id, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
