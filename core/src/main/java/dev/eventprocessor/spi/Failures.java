package dev.eventprocessor.spi;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What adapters do with what processors throw. Stateless. */
public final class Failures {

  private Failures() {}

  /**
   * The failure with its stack trace, for a provider's log: as the provider itself would print it.
   */
  public static String describe(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString().stripTrailing();
  }

  /**
   * Throws the failure as it is, checked or not; never returns.
   *
   * @return nothing; declared so that a caller can write {@code throw}
   */
  public static RuntimeException unchecked(Throwable failure) {
    throw Failures.<RuntimeException>as(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E as(Throwable failure) throws E {
    throw (E) failure;
  }
}
