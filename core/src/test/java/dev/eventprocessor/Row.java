package dev.eventprocessor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A registration as the definition of dispatch sees it.
 *
 * @param name its name
 * @param rank its rank
 * @param filter what it accepts
 * @param fails whether its processor fails
 */
public record Row(String name, int rank, Filter filter, boolean fails) {

  /**
   * Those of the highest rank among all that accept the event, with the most conditions first.
   *
   * @param rows in the order in which they were registered
   */
  public static List<Row> candidates(List<Row> rows, Event event) {
    List<Row> matches = rows.stream().filter(row -> row.filter.matches(event)).toList();
    int top = matches.stream().mapToInt(Row::rank).max().orElse(0);
    return matches.stream()
        .filter(row -> row.rank == top)
        .sorted(Comparator.comparing(row -> -row.filter.conditions()))
        .toList();
  }

  /** Those that a registry was refused for because they can never run. */
  public static List<Row> unreachable(List<Row> rows, ConfigurationException refused) {
    List<Row> reported = new ArrayList<>();
    for (ConfigurationException.Problem problem : refused.problems()) {
      for (Row row : rows) {
        if (problem.id() == ErrorId.FILTER_UNREACHABLE
            && (problem.message().startsWith(row.name + " can")
                || problem.message().startsWith(row.name + " (of the module"))) {
          reported.add(row);
        }
      }
    }
    return reported;
  }
}
