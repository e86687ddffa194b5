package dev.eventprocessor;

import dev.eventprocessor.internal.JsonTree;
import dev.eventprocessor.internal.JsonTree.Member;
import dev.eventprocessor.internal.JsonTree.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads EventBridge patterns, and refuses what EventBridge's engine refuses. */
final class EventPatternReader {

  private static final String OR = "$or";

  /** Alternatives multiply; EventBridge refuses such patterns by their size already. */
  private static final int MAX_BRANCHES = 1000;

  /**
   * Keys may hold dots, so a name can be split in as many ways as the square of its steps. JSON
   * nests no deeper either.
   */
  private static final int MAX_STEPS = 100;

  /** Names that a field inside of {@code $or} must not have. */
  private static final Set<String> RESERVED =
      Set.of(
          "exactly",
          "equals-ignore-case",
          "prefix",
          "suffix",
          "anything-but",
          "exists",
          "wildcard",
          "numeric",
          "cidr",
          "=",
          "<",
          "<=",
          ">",
          ">=",
          "regex",
          "not-wildcard",
          "not-equals-ignore-case",
          "date-after",
          "date-on-or-after",
          "date-before",
          "date-on-or-before",
          "in-date-range",
          "ip-address-in-range",
          "ip-address-not-in-range");

  private final EventPatternSpot spot = new EventPatternSpot();
  private final EventPatternConditions conditions = new EventPatternConditions(spot);

  private boolean orIsField;

  List<Map<String, List<Condition>>> read(String json) {
    @Nullable Object tree;
    try {
      tree = JsonTree.parse(json);
    } catch (JsonTree.NotJsonException e) {
      throw spot.malformed(String.valueOf(e.getMessage()), "Correct the text");
    }
    if (!(tree instanceof Members members)) {
      throw spot.malformed("is no JSON object", "Write {\"field\": [values]}");
    }
    return branches(members);
  }

  /** A pattern whose {@code $or} cannot be read as one is read again with fields of that name. */
  private List<Map<String, List<Condition>>> branches(Members members) {
    List<Map<String, List<Condition>>> branches = new ArrayList<>();
    try {
      readFields(members, "", branches, Set.of());
      return branches;
    } catch (ConfigurationException malformed) {
      branches.clear();
      spot.leaveAll();
      orIsField = true;
      conditions.readOrAsField();
      try {
        readFields(members, "", branches, Set.of());
        return branches;
      } catch (ConfigurationException alsoMalformed) {
        throw malformed;
      }
    }
  }

  /** Adds an object's fields to every branch; {@code $or} multiplies the branches. */
  private void readFields(
      Members object,
      String prefix,
      List<Map<String, List<Condition>>> branches,
      Set<String> reserved) {
    if (object.all().isEmpty()) {
      throw spot.malformed("has an empty object", "Name a field in it, or leave it out");
    }
    for (Member member : object.all()) {
      spot.enter(member.name());
      if (member.name().equals(OR) && !orIsField) {
        readAlternatives(member.value(), prefix, branches);
      } else {
        if (reserved.contains(member.name())) {
          throw spot.malformed(
              "has a field inside of $or that has the name of an operator", "Write it without $or");
        }
        String name = prefix.isEmpty() ? member.name() : prefix + "." + member.name();
        readField(member.value(), name, branches, reserved);
      }
      spot.leave();
    }
  }

  private void readField(
      @Nullable Object value,
      String name,
      List<Map<String, List<Condition>>> branches,
      Set<String> reserved) {
    if (value instanceof Members members) {
      readFields(members, name, branches, reserved);
    } else if (value instanceof List<?> list) {
      requireFewSteps(name);
      List<Condition> alternatives = conditions.read(list);
      if (branches.isEmpty()) {
        branches.add(new HashMap<>());
      }
      for (Map<String, List<Condition>> branch : branches) {
        branch.put(name, alternatives); // A field that is written again replaces the first.
      }
    } else {
      throw spot.malformed("has a field that is neither a list nor an object", "Put it in [ ]");
    }
  }

  private void requireFewSteps(String name) {
    int steps = 1;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      steps++;
    }
    if (steps > MAX_STEPS) {
      throw spot.malformed(
          "has a field of more than " + MAX_STEPS + " steps", "Ask for a field above it");
    }
  }

  private void readAlternatives(
      @Nullable Object value, String prefix, List<Map<String, List<Condition>>> branches) {
    if (!(value instanceof List<?> alternatives) || alternatives.size() < 2) {
      throw spot.malformed(
          "has an $or that is no list of two or more objects", "List the alternatives");
    }
    List<Map<String, List<Condition>>> before = List.copyOf(branches);
    branches.clear();
    for (Object alternative : alternatives) {
      if (!(alternative instanceof Members members)) {
        throw spot.malformed(
            "has an alternative of $or that is no object", "Write {\"field\": [...]}");
      }
      List<Map<String, List<Condition>>> own = new ArrayList<>();
      for (Map<String, List<Condition>> branch : before) {
        own.add(new HashMap<>(branch));
      }
      readFields(members, prefix, own, RESERVED);
      branches.addAll(own);
      if (branches.size() > MAX_BRANCHES) {
        throw spot.malformed(
            "has more than " + MAX_BRANCHES + " combinations of alternatives", "Split it in two");
      }
    }
  }
}
