package dev.eventprocessor.benchmarks.contenders;

import org.jspecify.annotations.Nullable;

/** What all contenders do with an alarm in the end: as little as possible. */
public final class Alarms {

  private static @Nullable Object last;
  private static int handled;

  private Alarms() {}

  /** An alarm was raised. */
  public static void raised(@Nullable Object name) {
    handle(name);
  }

  /** An alarm is over. */
  public static void cleared(@Nullable Object name) {
    handle(name);
  }

  /** There are too few figures to tell. */
  public static void unknown(@Nullable Object name) {
    handle(name);
  }

  private static void handle(@Nullable Object name) {
    if (name == null) {
      throw new IllegalArgumentException("An alarm without a name");
    }
    last = name;
    handled++;
  }

  /** How many alarms there were, and which was the last. */
  public static String summary() {
    return handled + " alarms, the last " + last;
  }
}
