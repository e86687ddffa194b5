package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;

/**
 * Takes part in SnapStart's snapshots ("Lambda SnapStart runtime hooks for Java", AWS Lambda
 * Developer Guide).
 *
 * <p>The hooks are registered with the runtime itself: {@code org.crac}, which the guide names,
 * only passes on to it, and an application would have to bring that library. Where the runtime has
 * no hooks, loading this class fails with a {@link LinkageError}.
 */
final class SnapStart implements Resource {

  private SnapStart() {}

  /** Registers the hooks; the runtime holds them weakly, so the caller has to keep what it gets. */
  static Object register() {
    SnapStart hooks = new SnapStart();
    Core.getGlobalContext().register(hooks);
    return hooks;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Priming.run();
  }

  /** Nothing of before the snapshot has to be renewed: no time, no id, no connection is kept. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
