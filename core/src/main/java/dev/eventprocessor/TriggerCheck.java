package dev.eventprocessor;

import dev.eventprocessor.event.Capabilities;
import dev.eventprocessor.event.CapabilityTable;
import dev.eventprocessor.internal.NearMisses;
import java.util.ArrayList;
import java.util.List;

/** Holds registrations against what the triggers can have that an application says it is for. */
final class TriggerCheck {

  private final List<String> triggers;

  TriggerCheck(List<String> triggers) {
    this.triggers = triggers;
  }

  /** Triggers that no cloud has, and filters on what none of the triggers ever has. */
  List<ConfigurationException.Problem> problems(List<Registration> registrations) {
    List<ConfigurationException.Problem> problems = new ArrayList<>(0);
    for (String trigger : triggers) {
      if (CapabilityTable.of(trigger) == null) {
        problems.add(
            new ConfigurationException.Problem(
                ErrorId.TRIGGER_UNKNOWN,
                "The registry is said to be for "
                    + trigger
                    + ", which is no trigger that events of the portable shape come from."
                    + NearMisses.question(trigger, names())
                    + " docs/EVENTS.md lists them."));
      }
    }
    for (Registration registration : registrations) {
      List<String> impossible = CapabilityTable.impossible(triggers, paths(registration));
      if (!impossible.isEmpty()) {
        problems.add(problem(registration, impossible));
      }
    }
    return problems;
  }

  /** None where a step may have put anything into the event. */
  private static List<String> paths(Registration registration) {
    if (registration.section().seesPrepared()) {
      return List.of();
    }
    List<Path> paths = new ArrayList<>();
    registration.filter().addPathsTo(paths);
    List<String> texts = new ArrayList<>(paths.size());
    for (Path path : paths) {
      texts.add(path.toString());
    }
    return texts;
  }

  private ConfigurationException.Problem problem(
      Registration registration, List<String> impossible) {
    return new ConfigurationException.Problem(
        ErrorId.FIELD_IMPOSSIBLE,
        registration.label()
            + " filters on "
            + String.join(", ", impossible)
            + ", which no event of "
            + String.join(", ", triggers)
            + " ever has. Filter on what docs/EVENTS.md lists for the trigger, or name the trigger"
            + " that the filter is for.");
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Capabilities capabilities : CapabilityTable.all()) {
      names.add(capabilities.trigger());
    }
    return names;
  }
}
