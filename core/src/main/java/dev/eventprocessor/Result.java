package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * That a processor ran: what it returned, or the failure that an {@link ErrorPolicy} captured.
 *
 * @param processor its name
 * @param value what it returned; null for nothing
 * @param failure what it threw, where that was captured; null where it ended well
 */
public record Result(String processor, @Nullable Object value, @Nullable Exception failure) {

  /** A processor that ended well. */
  public Result(String processor, @Nullable Object value) {
    this(processor, value, null);
  }

  /** Whether the processor failed. */
  public boolean hasFailure() {
    return failure != null;
  }
}
