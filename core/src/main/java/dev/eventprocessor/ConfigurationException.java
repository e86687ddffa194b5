package dev.eventprocessor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a registry cannot be built, or an application cannot be found; carries every fault at
 * once, so that one start tells all there is to mend.
 */
public final class ConfigurationException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** One fault. For adapters and modules. */
  public ConfigurationException(ErrorId id, String message, @Nullable Throwable cause) {
    super(id, message, cause);
    this.problems = List.of(new Problem(id, message));
  }

  ConfigurationException(List<Problem> problems) {
    super(problems.get(0).id(), text(problems), null);
    this.problems = List.copyOf(problems);
  }

  /** All faults, in the order in which they were found; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).message();
    }
    StringBuilder text = new StringBuilder();
    text.append("The registry has ").append(problems.size()).append(" faults:");
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      text.append("\n  ").append(i + 1).append(". [").append(problem.id().text()).append("] ");
      text.append(problem.message());
    }
    return text.toString();
  }

  /**
   * One fault of a registry.
   *
   * @param id its stable name
   * @param message what is wrong, where, and what to do
   */
  public record Problem(ErrorId id, String message) {}
}
