package dev.eventprocessor;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of an exception that a processor throws: it <em>bubbles</em>, thrown unchanged out
 * of {@code invoke}, or it is <em>captured</em> in that processor's {@link Result}, and what else
 * is to run still runs.
 *
 * <p>Set it for a registry or an included module with {@code EventProcessor.Builder.onError}, for
 * one processor with {@link Registration#onError}; the nearest one counts, and without any all
 * failures bubble. It holds for everything that is done for one processor: its own preparing steps,
 * its dependencies, and itself. What happens before a processor is chosen (the registry's preparing
 * steps, filters, no match, ambiguity) always bubbles, and so does an {@link Error}. Immutable.
 *
 * <p>Captured is not forgotten: an adapter's entry point fails an event that has a captured failure
 * once all its processors have run, so that the provider delivers it again.
 */
public final class ErrorPolicy {

  private static final ErrorPolicy BUBBLE = new ErrorPolicy("bubble", false, List.of());
  private static final ErrorPolicy CAPTURE = new ErrorPolicy("capture", true, List.of());

  private final String name;
  private final boolean capturesOthers;
  private final List<Class<? extends Exception>> types;

  private ErrorPolicy(String name, boolean capturesOthers, List<Class<? extends Exception>> types) {
    this.name = name;
    this.capturesOthers = capturesOthers;
    this.types = List.copyOf(types);
  }

  /** Every exception bubbles. */
  public static ErrorPolicy bubble() {
    return BUBBLE;
  }

  /** Every exception is captured. */
  public static ErrorPolicy capture() {
    return CAPTURE;
  }

  /** Exceptions of these types, subclasses included, bubble; all others are captured. */
  @SafeVarargs
  public static ErrorPolicy bubbleOnly(Class<? extends Exception>... types) {
    List<Class<? extends Exception>> listed = new ArrayList<>(types.length);
    for (Class<? extends Exception> type : types) {
      listed.add(type);
    }
    return new ErrorPolicy("bubble only", true, listed);
  }

  /** Exceptions of these types, subclasses included, are captured; all others bubble. */
  @SafeVarargs
  public static ErrorPolicy captureOnly(Class<? extends Exception>... types) {
    List<Class<? extends Exception>> listed = new ArrayList<>(types.length);
    for (Class<? extends Exception> type : types) {
      listed.add(type);
    }
    return new ErrorPolicy("capture only", false, listed);
  }

  /** Whether this exception is captured. */
  public boolean captures(Exception failure) {
    for (Class<? extends Exception> type : types) {
      if (type.isInstance(failure)) {
        return !capturesOthers;
      }
    }
    return capturesOthers;
  }

  /** {@code capture only IOException}, as it stands in descriptions. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    for (int i = 0; i < types.size(); i++) {
      text.append(i == 0 ? " " : ", ").append(types.get(i).getSimpleName());
    }
    return text.toString();
  }
}
