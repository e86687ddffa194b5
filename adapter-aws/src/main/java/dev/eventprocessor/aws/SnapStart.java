package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.spi.Failures;

/**
 * Takes part in SnapStart's snapshots ("Lambda SnapStart runtime hooks for Java", AWS Lambda
 * Developer Guide).
 *
 * <p>The hooks are registered with the runtime itself: {@code org.crac}, which the guide names,
 * only passes on to it, and an application would have to bring that library. Where the runtime has
 * no hooks, loading this class fails with a {@link LinkageError}.
 */
final class SnapStart implements Resource {

  private final EventProcessor processor;

  private SnapStart(EventProcessor processor) {
    this.processor = processor;
  }

  /** Registers the hooks; the runtime holds them weakly, so the caller has to keep what it gets. */
  static Object register(EventProcessor processor) {
    SnapStart hooks = new SnapStart(processor);
    Core.getGlobalContext().register(hooks);
    return hooks;
  }

  /**
   * Fails where a dependency that asks to be primed cannot be made: a version that could not serve
   * is better not published. The runtime tells nothing of why, so that is printed.
   */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Priming.run();
    try {
      processor.prime();
    } catch (RuntimeException failure) {
      System.out.println(Failures.describe(failure));
      throw failure;
    }
  }

  /** Nothing of before the snapshot has to be renewed: no time, no id, no connection is kept. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
