package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which processors had already run when one failed, under {@link
 * InvocationStrategy#ALL_MATCHES}.
 *
 * <p>It is never thrown: the processor's own exception is, unchanged, and this stands among its
 * {@linkplain Throwable#getSuppressed() suppressed} ones, so that no result is lost silently. Where
 * the others should run all the same, let an {@link ErrorPolicy} capture the failure.
 */
public final class DispatchStoppedException extends EventProcessorException {

  private static final long serialVersionUID = 1;

  private final transient List<Result> results;
  private final transient List<String> skipped;

  private DispatchStoppedException(String failed, List<Result> results, List<String> skipped) {
    super(ErrorId.DISPATCH_STOPPED, text(failed, results, skipped), null);
    this.results = results;
    this.skipped = skipped;
  }

  /**
   * Adds the note to what a processor threw. An exception object that carries one keeps that one: a
   * constant that is thrown again and again must not grow.
   */
  static void note(Throwable failure, List<Match> chosen, List<Result> results) {
    if (chosen.size() == 1 || of(failure) != null) {
      return;
    }
    List<String> skipped = new ArrayList<>();
    for (int i = results.size() + 1; i < chosen.size(); i++) {
      skipped.add(chosen.get(i).route().name());
    }
    String failed = chosen.get(results.size()).route().name();
    failure.addSuppressed(
        new DispatchStoppedException(failed, List.copyOf(results), List.copyOf(skipped)));
  }

  /** The note that this failure carries; null where it carries none. */
  public static @Nullable DispatchStoppedException of(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof DispatchStoppedException note) {
        return note;
      }
    }
    return null;
  }

  /** The results of the processors that ran before the one that failed, in order. */
  public List<Result> results() {
    return results;
  }

  /** The names of the processors that did not run any more, in order. */
  public List<String> skipped() {
    return skipped;
  }

  private static String text(String failed, List<Result> results, List<String> skipped) {
    StringBuilder text = new StringBuilder();
    text.append(failed).append(" failed. Before it ran: ");
    for (int i = 0; i < results.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(results.get(i).processor());
    }
    text.append(results.isEmpty() ? "none" : "").append(". Not run any more: ");
    text.append(skipped.isEmpty() ? "none" : String.join(", ", skipped));
    return text.append(". Capture the failure where the others should run all the same.")
        .toString();
  }
}
